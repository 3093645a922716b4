import path from 'node:path';
import { Cleanup } from '../../src/cleanup.ts';
import { encodeProfile } from '../../src/profiles/encode.ts';
import { startReceiver } from '../../src/receiver/server.ts';
import { temporaryFolder } from '../../src/temporary-folder.ts';
import { CorpusFolder } from './corpus-folder.ts';
import { measureVariant } from './measure.ts';
import { neutralProfile } from './neutral.ts';
import { shuffled } from './order.ts';
import { prepare } from './prepare.ts';
import { PROFILE_TYPE, type Recording, type Workshop } from './workshop.ts';

/**
 * Records a corpus: cycles, in each of which every variant has one round, in random order. Every round is
 * a fresh process with a load, as in a run of Flamegate. Everything but the corpus is gone afterwards.
 * @throws FlamegateError of kind `measurement` when a round is broken; the corpus then has the rounds
 *   before it, and the next recording goes on from there
 */
export async function record(recording: Recording, workshop: Workshop): Promise<void> {
  const { sampleRate, cycles, variants, folder, load } = recording;
  const { log, node } = workshop;
  const { name: service } = recording.sample.service;
  const root = `/srv/${service}`;
  const corpus = await CorpusFolder.open(folder, {
    service,
    profileType: PROFILE_TYPE,
    unit: 'nanoseconds',
    sampleRate,
    roots: [root],
    node,
    load,
  });
  const cleanup = new Cleanup(log);
  try {
    const scratch = await temporaryFolder(workshop.tempDirectory, 'temporary files', cleanup);
    const ready = await prepare(recording, corpus, scratch, workshop, cleanup);
    const receiver = await startReceiver({ log });
    cleanup.defer('close the receiver', () => receiver.close());
    const inlet = { receiver, roundsRoot: path.join(scratch, 'spool') };
    for (let cycle = 0; cycle < cycles; cycle++) {
      for (const one of shuffled(ready, `${service} ${sampleRate} ${cycle}`)) {
        const { name: variant, directory } = one;
        if (corpus.has(variant, cycle)) continue;
        const title = `cycle ${cycle + 1}/${cycles}, ${variant}`;
        const round = await measureVariant(title, cycle, one, recording, workshop, inlet);
        const { requests, seconds } = round;
        const profile = encodeProfile(neutralProfile(round.profile, directory, root));
        await corpus.add({ variant, round: cycle, requests, failed: 0, seconds }, profile);
        log.info(`${title}: ${requests} requests in ${seconds.toFixed(1)} s`);
      }
    }
    log.info(`${folder} has ${cycles} cycles of ${variants.length} variants.`);
  } finally {
    await cleanup.run();
  }
}
