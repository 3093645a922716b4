#!/usr/bin/env node
import { commandLine } from './entry/command-line.ts';

process.exitCode = await commandLine(process, new URL('./preload.cjs', import.meta.url));
