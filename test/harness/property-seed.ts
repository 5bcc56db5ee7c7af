// Loaded before each test file: in CI random tests draw the same cases every time, elsewhere new ones; PROPERTY_SEED replays a run.
import fc from 'fast-check'
import { readTestSettings } from '../../tools/test-settings.ts'

const { propertySeed } = readTestSettings()
if (propertySeed !== undefined) fc.configureGlobal({ seed: propertySeed })
