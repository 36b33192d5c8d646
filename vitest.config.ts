import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, longest first: begun last, it would run alone at the end. */
const LONG = ['/platform/test/walk.', '/jobs/review.', '/io/browser/', '/domain/walks.']
const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((part) => moduleId.includes(part))
  return at < 0 ? LONG.length : at
}
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    include: ['packages/*/{src,test,scripts,web}/**/*.test.ts'],
    // Only prepares a place: a database is started by the first test that asks for one.
    globalSetup: ['packages/platform/test/setup.ts'],
    sequence: { sequencer: LongFirst },
    // Ends what hangs; no claim about speed, for the machine may be busy with other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
