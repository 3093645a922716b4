import { action } from './entry/action.ts';
import { shippedFiles } from './entry/shipped-files.ts';

process.exitCode = await action(process, shippedFiles(new URL('.', import.meta.url)));
