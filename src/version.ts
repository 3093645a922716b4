import packageFile from '../package.json' with { type: 'json' };

/** Flamegate's own version. */
export const version: string = packageFile.version;
