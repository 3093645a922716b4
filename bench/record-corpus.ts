import { recordCorpus } from './corpus/command.ts';

/** Records `fixtures/corpus`: see the README there. */
process.exitCode = await recordCorpus(process);
