import { pageSettings } from '../../facts/page-settings.ts';
import { withPatch } from '../../facts/settings.ts';
import { siteRule, withSiteRule } from '../../facts/sites.ts';
import type { Handlers } from '../../messages/channel.ts';
import type { Operations } from '../../messages/operations.ts';
import { change } from './change-settings.ts';
import { openedBase } from './fact-base.ts';

type SettingsOperations =
  | 'settings'
  | 'pageSettings'
  | 'highlighting'
  | 'changeSettings'
  | 'siteRule'
  | 'overrule';

/** The reader's settings, whole and as a page needs them, and what changes them. */
export const settingsHandlers: Pick<Handlers<Operations>, SettingsOperations> = {
  async settings() {
    return (await openedBase()).settings;
  },

  async pageSettings({ url, language }) {
    return pageSettings((await openedBase()).settings, url, language);
  },

  highlighting({ on, host }) {
    return change((settings) => {
      if (host === undefined) return { ...settings, highlighting: on };
      if (!on) return withSiteRule(settings, host, 'never');
      return siteRule(settings, host) === 'never'
        ? withSiteRule(settings, host, 'usual')
        : settings;
    });
  },

  changeSettings({ patch }) {
    return change((settings) => withPatch(settings, patch));
  },

  siteRule({ host, rule, only }) {
    return change((settings) => {
      const ruled = withSiteRule(settings, host, rule);
      if (only === undefined) return ruled;
      return withPatch(ruled, { where: only ? 'my-sites' : null });
    });
  },

  overrule({ entity, scope, undo }) {
    const same = JSON.stringify({ entity, scope });
    return change((settings) => ({
      ...settings,
      overrules: [
        ...settings.overrules.filter((other) => JSON.stringify(other) !== same),
        ...(undo ? [] : [{ entity, scope }]),
      ],
    }));
  },
};
