import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateStyle } from '../../../dateline/date-style.ts';
import { writtenDates } from '../../../dateline/written-dates.ts';

const TODAY = '2026-11-30';

const styleOf = (language: string, order: Partial<DateStyle> = {}): DateStyle => ({
  languages: [language],
  monthFirst: false,
  isOrderSure: true,
  today: TODAY,
  ...order,
});

const daysIn = (text: string, style: DateStyle) =>
  writtenDates(text, style).map(({ isos }) => isos.join(' or '));

/** A line as sites of a language write it, and the days it has. */
const LINES: readonly (readonly [language: string, text: string, ...days: string[]])[] = [
  ['en', '15 November 2024', '2024-11-15'],
  ['en', 'Friday, November 15, 2024 at 6:40 PM EDT', '2024-11-15'],
  ['en', 'Nov. 15th, 2024 10:30', '2024-11-15'],
  ['en', '15th of November 2024', '2024-11-15'],
  ['en', 'Sept. 5, 2020', '2020-09-05'],
  ['en', 'Updated 1:04 PM; Mar 17, 2020', '2020-03-17'],
  ['en', '12:30, 5 March 2020', '2020-03-05'],
  ['en', '18-Feb-20', '2020-02-18'],
  ['en', 'Published 2024-11-15. Updated 2024-11-16.', '2024-11-15', '2024-11-16'],
  ['de', 'Stand: 15. Jänner 2020', '2020-01-15'],
  ['de', '15.11.24, 09:30 Uhr', '2024-11-15'],
  ['nl', '9 oktober 2020 11:12', '2020-10-09'],
  ['da', '2. jan. 2020 kl. 10:12', '2020-01-02'],
  ['sv', 'Publicerad 2020-05-28', '2020-05-28'],
  ['nb', '3. mai 2021', '2021-05-03'],
  ['fi', '2. syyskuuta 2020', '2020-09-02'],
  ['fi', '2.9.2020 klo 11:45', '2020-09-02'],
  ['et', '26. oktoober 2020', '2020-10-26'],
  ['lv', '2020. gada 26. oktobrī', '2020-10-26'],
  ['lt', '2020 m. spalio 26 d., pirmadienis', '2020-10-26'],
  ['fr', 'Publié le 1er août 2020 à 0h23', '2020-08-01'],
  ['es', 'mar, 17 mar 2020', '2020-03-17'],
  ['es', '2 de octubre del 2020', '2020-10-02'],
  ['ca', '23 de març de 2020', '2020-03-23'],
  ['pt', '1º de novembro de 2024', '2024-11-01'],
  ['pt', '22/11/2020 - 04:30 - Fonte', '2020-11-22'],
  ['it', 'Domenica 06 Dicembre 2020', '2020-12-06'],
  ['ro', '20 septembrie 2020, 10:20', '2020-09-20'],
  ['pl', '31 stycznia 2020', '2020-01-31'],
  ['cs', '30. ledna 2020', '2020-01-30'],
  ['sk', '15. 11. 2024', '2024-11-15'],
  ['hu', '2020. június 4. 10:22', '2020-06-04'],
  ['hu', '2020. 08. 18. 12:00', '2020-08-18'],
  ['hr', '9. kolovoza 2020.', '2020-08-09'],
  ['sq', '15 Prill 2020', '2020-04-15'],
  ['tr', '30 Kasım 2020', '2020-11-30'],
  ['tr', '30 KASIM 2020 PAZARTESİ', '2020-11-30'],
  ['el', '19 Αυγούστου 2020', '2020-08-19'],
  ['ru', '7 июня 2020, 12:30', '2020-06-07'],
  ['ru', '7 сент. 2020', '2020-09-07'],
  ['uk', '21 вересня 2020', '2020-09-21'],
  ['bg', '10 ноември 2020', '2020-11-10'],
  ['kk', '2020 жылғы 1 желтоқсан', '2020-12-01'],
  ['hy', '24 Նոյեմբեր 2020', '2020-11-24'],
  ['ka', '15 სექტემბერი 2020', '2020-09-15'],
  ['he', '17 באוגוסט 2020', '2020-08-17'],
  ['he', '17.8.2020', '2020-08-17'],
  ['ar', 'الثلاثاء 17 مارس 2020', '2020-03-17'],
  ['ar', '١٧ تشرين الثاني ٢٠٢٠', '2020-11-17'],
  ['ar', 'الجمعة 24 نيسان / أبريل 2020 09:22', '2020-04-24'],
  ['ar', '1 رمضان 1441 هـ', '2020-04-24'],
  ['ar', '24/4/2020 الموافق 1/9/1441', '2020-04-24', '2020-04-24'],
  ['fa', '۱۱ تیر ۱۳۹۹ - ۱۲:۰۹', '2020-07-01'],
  ['fa', '۱۳۹۹/۰۴/۱۲', '2020-07-02'],
  ['fa', '۹۹/۰۴/۱۲', '2020-07-02'],
  ['fa', '۱۵ نوامبر ۲۰۲۴', '2024-11-15'],
  ['fa', '۱ رمضان ۱۴۴۱', '2020-04-24'],
  ['ur', '۱۵ نومبر ۲۰۲۴', '2024-11-15'],
  ['hi', '१५ अप्रैल 2020', '2020-04-15'],
  ['bn', '১৮ ফেব্রুয়ারি ২০২০', '2020-02-18'],
  ['th', '18 ก.พ. 2563', '2020-02-18'],
  ['th', 'วันที่ 18 กุมภาพันธ์ 2563 - 10:00 น.', '2020-02-18'],
  ['th', '18 ก.พ. 63', '2020-02-18'],
  ['vi', 'Thứ ba, ngày 18 tháng 2 năm 2020', '2020-02-18'],
  ['vi', '18/02/2020 10:00 GMT+7', '2020-02-18'],
  ['id', 'Senin, 4 Mei 2020 10:24', '2020-05-04'],
  ['ja', '2020年2月15日 10時30分', '2020-02-15'],
  ['ja', '令和2年2月15日', '2020-02-15'],
  ['ja', '平成元年1月8日', '1989-01-08'],
  ['ja', '昭和64年1月7日', '1989-01-07'],
  ['ja', '2020/7/11-12、2020年07月12日', '2020-07-12'],
  ['zh', '二〇二〇年十二月二十五日', '2020-12-25'],
  ['zh', '民國109年1月21日', '2020-01-21'],
  ['zh', '109/01/21', '2020-01-21'],
  ['zh', '民國24年11月15日', '1935-11-15'],
  ['zh', '24年11月15日'],
  ['ko', '2020년 3월 4일', '2020-03-04'],
  ['ko', '입력 2020.03.04 17:32', '2020-03-04'],
  ['am', '21 ኅዳር 2012', '2019-12-01'],
  // No dates, or none on which something can have been published.
  ['en', '44 BC'],
  ['en', 'the Ides of March, 15 March 44 BC'],
  ['en', '5 March 20:30'],
  ['en', 'Version 2.10.2020.4'],
  ['en', '+1 555 2020 11 15'],
  ['en', '31 February 2020'],
  ['en', '2 December 2026'],
  ['en', '1 January 1970'],
  ['en', '15 November'],
  ['de', '5/3 Stimmen, 12 von 2020'],
  ['fa', '۳۱ بهمن ۱۳۹۸'],
];

describe('dates in lines of text', () => {
  it.each(LINES)('%s: %s', (language, text, ...days) => {
    expect(daysIn(text, styleOf(language))).toEqual(days);
  });

  it('are read in the order of the place, in both where that is not sure', () => {
    const read = (order: Partial<DateStyle>) => daysIn('3/4/2020', styleOf('en', order));
    expect(read({ monthFirst: true })).toEqual(['2020-03-04']);
    expect(read({})).toEqual(['2020-04-03']);
    expect(read({ monthFirst: true, isOrderSure: false })).toEqual(['2020-03-04 or 2020-04-03']);
    expect(daysIn('11/15/2020', styleOf('en'))).toEqual(['2020-11-15']);
  });

  it('say when their year has two figures', () => {
    const [date] = writtenDates('15.11.24', styleOf('de'));
    expect(date).toMatchObject({ isShort: true, start: 0, end: 8 });
    expect(writtenDates('15.11.2024', styleOf('de'))[0]?.isShort).toBe(false);
  });

  /** Locales with their own names of months, digits and calendars. */
  const LOCALES =
    `en-GB en-US de fr es pt it nl da sv nb fi et lv lt pl cs sk sl hu hr ro bg ru uk el tr sq ca
    hy he ar-EG ar-LB ar-SA-u-ca-islamic-umalqura fa fa-u-ca-gregory hi bn th th-u-ca-gregory ja
    ja-u-ca-japanese zh zh-TW-u-ca-roc ko id vi am-u-ca-ethiopic`.split(/\s+/);

  it('are found again as the browser writes them in any of 40 and more locales', {
    timeout: 60_000,
  }, () => {
    const day = fc.date({
      min: new Date('1995-01-01T00:00:00Z'),
      max: new Date('2026-11-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.constantFrom(...LOCALES), (date, locale) => {
        const text = date.toLocaleDateString(locale, {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        });
        const { language } = new Intl.Locale(locale);
        expect(daysIn(text, styleOf(language))).toEqual([date.toISOString().slice(0, 10)]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are looked for in any text without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { isos, start, end } of writtenDates(text, styleOf('en'))) {
          expect(end).toBeGreaterThan(start);
          for (const iso of isos) expect(new Date(iso).toISOString().slice(0, 10)).toBe(iso);
        }
      }),
    );
  });
});
