import { measureBundle } from './bundle/command.ts';

await measureBundle(process.argv.slice(2), process.stdout);
