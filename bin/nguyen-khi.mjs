#!/usr/bin/env node
// Runs the command on the Node carried by npm, whatever Node started this file.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const carried = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const node = existsSync(carried) ? carried : process.execPath
const kept = pathToFileURL(join(root, 'bin', 'compile-cache.mjs')).href
// A small young generation: the same work with a third less memory.
const entry = ['--max-semi-space-size=8', '--import', kept, join(root, 'src', 'main.ts')]
const ran = spawnSync(node, [...entry, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = ran.status ?? 1
