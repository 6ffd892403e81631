import type { Locale } from '../../words/locales.ts';

/** A paragraph of news to try the cards on. Content, not interface: in languages whose names the built-in pack has. */
export interface Sample {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly text: string;
}

/** The day on which it could have stood in a newspaper: cards say what held then. */
export const SAMPLE_DAY = '2024-11-15';

const ENGLISH: Sample = {
  lang: 'en',
  direction: 'ltr',
  text: 'Elon Musk and Amir Saeid Iravani, Iran’s ambassador to the United Nations, sat down together in New York on Monday, The New York Times has reported. A day later Donald Trump named Musk to lead a Department of Government Efficiency.',
};

const PERSIAN: Sample = {
  lang: 'fa',
  direction: 'rtl',
  text: 'به گزارش نیویورک تایمز، ایلان ماسک روز دوشنبه در نیویورک با امیرسعید ایروانی، سفیر ایران در سازمان ملل متحد، به گفت‌وگو نشست. یک روز بعد دونالد ترامپ او را برای ادارهٔ نهاد تازهٔ کارآمدی دولت برگزید.',
};

/** The paragraph for a reader of the interface in a language. */
export function sampleFor(locale: Locale): Sample {
  return locale === 'fa' ? PERSIAN : ENGLISH;
}
