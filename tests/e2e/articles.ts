import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTextArticle, renderArticlePage } from '../../cli/text-article.ts';
import { sharedPath } from '../shared-data.ts';

/** An article with every mention it is known to have: by the card's name, how often each text stands. */
export interface ExpectedArticle {
  readonly title: string;
  readonly html: string;
  readonly mentions: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The demonstration article, whose prose is the project's own. */
export const DEMO: ExpectedArticle = {
  title: 'the demonstration article',
  html: readFileSync(resolve(import.meta.dirname, '../../cli/demo/article.html'), 'utf8'),
  mentions: {
    'Abbas Araghchi': {
      'Abbas Araghchi': 1,
      Araghchi: 1,
      عراقچی: 1,
    },
    'Ali Khamenei': {
      'Ali Khamenei': 1,
      Khamenei: 3,
      خامنه‌ای: 1,
    },
    'Amir Saeid Iravani': {
      'Amir Saeid Iravani': 1,
      Iravani: 2,
    },
    China: {
      China: 1,
    },
    'Department of Government Efficiency': {
      DOGE: 1,
      'Department of Government Efficiency': 1,
    },
    'Donald Trump': {
      'Donald Trump': 1,
      Trump: 10,
    },
    'Elon Musk': {
      'Elon Musk': 2,
      Musk: 3,
    },
    'International Atomic Energy Agency': {
      IAEA: 1,
      'International Atomic Energy Agency': 1,
      'nuclear watchdog': 1,
    },
    Iran: {
      Iran: 12,
      Iranian: 3,
    },
    Iraq: {
      Iraq: 2,
    },
    Israel: {
      Israel: 1,
    },
    'Joint Comprehensive Plan of Action': {
      '2015 nuclear agreement': 1,
      JCPOA: 1,
    },
    'Karoline Leavitt': {
      'Karoline Leavitt': 1,
    },
    'Masoud Pezeshkian': {
      'Masoud Pezeshkian': 1,
    },
    'Middle East': {
      'West Asia': 1,
    },
    'New York': {
      'New York': 2,
    },
    'Qassim Suleimani': {
      'Qassim Suleimani': 1,
      Suleimani: 1,
    },
    'Rafael Grossi': {
      'Rafael Grossi': 1,
    },
    Russia: {
      Russia: 1,
    },
    SpaceX: {
      SpaceX: 2,
    },
    Starlink: {
      Starlink: 1,
    },
    'Steven Cheung': {
      'Steven Cheung': 1,
    },
    'Supreme Leader of Iran': {
      'supreme leader': 1,
    },
    Tehran: {
      Tehran: 4,
    },
    Tesla: {
      Tesla: 1,
    },
    'The New York Times': {
      'The New York Times': 2,
    },
    Ukraine: {
      Ukraine: 1,
    },
    'United Nations': {
      'United Nations': 3,
    },
    'United States': {
      US: 4,
      'United States': 2,
    },
    'Vivek Ramaswamy': {
      'Vivek Ramaswamy': 1,
    },
    'Volodymyr Zelensky': {
      'Volodymyr Zelensky': 1,
    },
    X: {
      X: 1,
    },
  },
};

const SEED_PATH = sharedPath('seed/article.txt');

/** The article the project began from; absent without the shared data. */
export const SEED: ExpectedArticle | undefined =
  SEED_PATH === undefined
    ? undefined
    : {
        title: 'the seed article',
        html: renderArticlePage(readTextArticle(readFileSync(SEED_PATH, 'utf8'))),
        mentions: {
          'Elon Musk': { 'Elon Musk': 4, Musk: 4 },
          'Donald Trump': { 'Donald Trump': 1, Trump: 17 },
          'Amir Saeid Iravani': { 'Amir Saeid Iravani': 1, Iravani: 1 },
          'Qassim Suleimani': { 'Qassim Suleimani': 1, Suleimani: 1 },
          'Ali Khamenei': { 'Ali Khamenei': 1, Khamenei: 1 },
          'Masoud Pezeshkian': { 'Masoud Pezeshkian': 1 },
          'Rafael Grossi': { 'Rafael Grossi': 1 },
          'Abbas Araghchi': { 'Abbas Araghchi': 1 },
          'Steven Cheung': { 'Steven Cheung': 1 },
          'Karoline Leavitt': { 'Karoline Leavitt': 1 },
          'Vivek Ramaswamy': { 'Vivek Ramaswamy': 1 },
          'Volodymyr Zelensky': { 'Volodymyr Zelensky': 1 },
          'United States': { 'United States': 1, US: 6, American: 1, Americans: 1 },
          Iran: { Iran: 15, Iranian: 7 },
          Israel: { Israel: 1 },
          Russia: { Russia: 1 },
          China: { China: 1 },
          Ukraine: { Ukraine: 1, Ukrainian: 1 },
          Iraq: { Iraq: 1 },
          'New York': { 'New York': 1 },
          'Middle East': { 'West Asia': 1 },
          'The New York Times': { 'The New York Times': 2 },
          'International Atomic Energy Agency': { 'United Nations nuclear oversight agency': 1 },
          'Department of Government Efficiency': {
            'Department of Government Efficiency': 1,
            DOGE: 1,
          },
          SpaceX: { SpaceX: 2 },
          Starlink: { Starlink: 1 },
          Tesla: { Tesla: 1 },
          X: { X: 1 },
          'Trump transition team': { 'Trump transition team': 1 },
          // "the fraught history between Trump and Tehran"
          'Government of Iran': { Tehran: 1 },
          'White House': { 'White House': 1 },
          'Joint Comprehensive Plan of Action': { '2015 Iran nuclear agreement': 1 },
          'US sanctions on Iran': { sanctions: 1 },
          'Musk–Iravani meeting': { meeting: 1 },
          'United States withdrawal from the Joint Comprehensive Plan of Action': { withdrew: 1 },
          'Killing of Qassim Suleimani': { assassination: 1, killing: 1 },
          'Alleged Iranian plot to assassinate Donald Trump': { plot: 1 },
          'Trump–Zelensky phone call of November 2024': { 'phone call': 1 },
          '2024 United States presidential election': { 're-election': 1 },
          'Permanent Representative of Iran to the United Nations': {
            'Ambassador to the United Nations': 1,
          },
          'Supreme Leader of Iran': { 'supreme leader': 1 },
          'Minister of Foreign Affairs of Iran': { 'Foreign Minister': 1 },
          'President of Ukraine': { President: 1 },
        },
      };
