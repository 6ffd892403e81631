import type { Name } from '../../facts/pack-format.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Language } from './synthetic-words.ts';

const CYRILLIC =
  'ва ви во га го да до ер же за ив ка ко ла ли ма ми на ни но ол па пет ро се ти'.split(' ');
const CYRILLIC_ENDS = 'ев енко ин ова ов ский чук ёв'.split(' ');
const ARABIC = 'اح با جا حس خا دي را زا سا شه عا علی فا قا کر لا محم می نا ها وا'.split(' ');
const ARABIC_ENDS = 'ان انی ي ة د ر زاده فر م ن ی'.split(' ');
const HAN = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙史陶贺顾毛郝龚邵万钱严武戴莫孔向汤明华国建文平志伟东海山河北京南西安州',
];

/** A name as it is written where its bearer lives: Arabic, Chinese, else Cyrillic. */
export function otherScriptName(random: SeededRandom, language: Language): Name {
  if (language === 'pinyin') {
    const length = 2 + random.below(3);
    return { text: Array.from({ length }, () => random.pick(HAN)).join(''), lang: 'zh' };
  }
  const isArabic = language === 'arabic' || language === 'turkic';
  const [stems, ends] = isArabic ? [ARABIC, ARABIC_ENDS] : [CYRILLIC, CYRILLIC_ENDS];
  const word = (): string => {
    const stem = Array.from({ length: 1 + random.below(2) }, () => random.pick(stems)).join('');
    const written = stem + random.pick(ends);
    return isArabic ? written : (written[0] ?? '').toUpperCase() + written.slice(1);
  };
  return { text: `${word()} ${word()}`, lang: isArabic ? 'fa' : 'ru' };
}
