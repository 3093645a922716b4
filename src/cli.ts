#!/usr/bin/env node
import { commandLine } from './entry/command-line.ts';
import { shippedFiles } from './entry/shipped-files.ts';

process.exitCode = await commandLine(process, shippedFiles(new URL('.', import.meta.url)));
