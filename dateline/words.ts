import { fold } from './fold.ts';

/** "Updated" and its kin in labels, class names and names of members, folded. */
const MODIFIED = new RegExp(
  [
    'modif|updat|last.?(?:edit|change)|edited|revis|changed|amended',
    'actuali[sz]|mis.?[aà].?jour|aktuali|ge[äa]ndert|bijgewerkt|gewijzigd|aggiorn|atualiz',
    'oppdater|uppdater|opdater|p[äa]ivit|guncel|frissit|zaktual|naposled|azurira|ενημερ',
    'обнов|измен|оновл|змінен|актуализ',
    '更新|修正|改訂|수정|업데이트|تحديث|تحدیث|به.?روز|ویرایش|แก้ไข|อัปเดต|अपडेट|עודכן|cập nhật|cap nhat|diperbarui',
  ].join('|'),
  'iu',
);

/** "Published", "posted", "date" and their kin, folded. */
const PUBLISHED = new RegExp(
  [
    'publi|posted|issued|released|created|opublik|objavlj|pubbl|publik|veroffentlicht|erstellt',
    'gepubliceerd|geplaatst|yayin|eklenme|megjelen|julkaist|postat|udgivet|datum|fecha|tarih|paskelbta|dipublikasikan|ngay',
    'опубл|публик|дата|δημοσι|تاریخ|نشر|انتشار|発表|掲載|投稿|公開|配信|입력|등록|发布|發布|發佈|发表|發表|เผยแพร่|प्रकाशित|פורסם',
  ].join('|'),
  'iu',
);

/** Whether a label or a name says that something was changed then. */
export function saysModified(text: string): boolean {
  return MODIFIED.test(text) || MODIFIED.test(fold(text));
}

/** Whether a label says that something was published then. */
export function saysPublished(text: string): boolean {
  return PUBLISHED.test(fold(text));
}
