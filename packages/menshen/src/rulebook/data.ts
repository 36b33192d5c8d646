/** The documents as they lie in data/rulebook, in the order in which people see them. */
import aliases from '../../data/rulebook/aliases.json' with { type: 'json' }
import dyReview from '../../data/rulebook/dy-review.json' with { type: 'json' }
import later from '../../data/rulebook/later.json' with { type: 'json' }
import wxOa from '../../data/rulebook/wx-oa.json' with { type: 'json' }
import wxOp from '../../data/rulebook/wx-op.json' with { type: 'json' }
import wxOpEn from '../../data/rulebook/wx-op-en.json' with { type: 'json' }
import wxTos from '../../data/rulebook/wx-tos.json' with { type: 'json' }
import type { AliasFile, DocumentFile } from './types.ts'

// The compiler widens the words of a JSON file to string; rulebook.test.ts holds every row to the types.
export const FILES = [wxOp, wxTos, wxOpEn, dyReview, wxOa, later] as unknown as readonly DocumentFile[]
export const ALIASES = aliases as unknown as AliasFile
