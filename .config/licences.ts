import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/**
 * Emits `licenses.txt`: the licence of every package whose code is in the bundle, as most of them
 * ask for. Sorted, so that the same sources give the same bytes.
 */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of Object.keys(chunk.modules)) {
          const folder = packageFolder(id);
          if (folder !== undefined) folders.add(folder);
        }
      }
      const texts = [...folders].map(licenceOf).sort();
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: `${texts.join('\n')}` });
    },
  };
}

/** The folder of the package that a module belongs to; undefined for our own. */
function packageFolder(id: string): string | undefined {
  const match = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(id);
  return match?.[1];
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license?: string };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  const text =
    file !== undefined && existsSync(join(folder, file))
      ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
      : 'The package has no licence file.';
  return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n\n${'-'.repeat(80)}\n`;
}
