import { detect } from './detection/command.ts';

/** How often Flamegate and other methods are wrong and right on recorded rounds: see detection/README.md. */
process.exitCode = await detect(process);
