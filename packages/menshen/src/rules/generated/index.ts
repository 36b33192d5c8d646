// Written by scripts/generate.ts from the folders of src/rules. Do not edit.
import type { Rule } from '../kit.ts'
import configLocationUndeclared from '../config-location-undeclared/rule.ts'
import phoneButtonWords from '../phone-button-words/rule.ts'

/** Every rule by its id. */
export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['config-location-undeclared', configLocationUndeclared],
  ['phone-button-words', phoneButtonWords],
])
