import { action } from './entry/action.ts';

process.exitCode = await action(process, new URL('./preload.cjs', import.meta.url));
