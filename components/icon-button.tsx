import { Icon, type IconName } from './icon.tsx';

export interface IconButtonProps {
  icon: IconName;
  /** The action in words, for the tooltip and for screen readers. */
  name: string;
  onPress: () => void;
  pressed?: boolean | undefined;
  /** Set on a button that opens a menu. */
  expanded?: boolean | undefined;
  buttonRef?: { current: HTMLButtonElement | null } | undefined;
}

/** An action as an icon with a name. */
export function IconButton({ icon, name, onPress, pressed, expanded, buttonRef }: IconButtonProps) {
  return (
    <button
      ref={buttonRef ?? null}
      type="button"
      class="icon-button"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      aria-haspopup={expanded === undefined ? undefined : 'menu'}
      aria-expanded={expanded}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
