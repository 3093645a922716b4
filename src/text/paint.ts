import { styleText } from 'node:util';

/** Whether a terminal gets colours; decided by `config/` from `NO_COLOR` and the stream. */
export type Colour = 'on' | 'off';

/** The looks in use. */
export type Look = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Gives one look to text that is already safe to show. */
export type Paint = (look: Look, text: string) => string;

/** A painter for a terminal with or without colours. */
export function painter(colour: Colour): Paint {
  if (colour === 'off') return (_, text) => text;
  // Unasked, styleText looks at stdout and the environment again.
  return (look, text) => styleText(look, text, { validateStream: false });
}
