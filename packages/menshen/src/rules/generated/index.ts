// Written by scripts/generate.ts from the folders of src/rules. Do not edit.
import type { Rule } from '../kit.ts'
import componentUnresolved from '../component-unresolved/rule.ts'
import configInvalid from '../config-invalid/rule.ts'
import configLocationUndeclared from '../config-location-undeclared/rule.ts'
import mediaPlayingUnasked from '../media-playing-unasked/rule.ts'
import navigationTargetMissing from '../navigation-target-missing/rule.ts'
import packageOversize from '../package-oversize/rule.ts'
import pageFilesMissing from '../page-files-missing/rule.ts'
import phoneButtonWords from '../phone-button-words/rule.ts'
import promptOnEntry from '../prompt-on-entry/rule.ts'
import tabBarInvalid from '../tab-bar-invalid/rule.ts'

/** Every rule by its id. */
export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['component-unresolved', componentUnresolved],
  ['config-invalid', configInvalid],
  ['config-location-undeclared', configLocationUndeclared],
  ['media-playing-unasked', mediaPlayingUnasked],
  ['navigation-target-missing', navigationTargetMissing],
  ['package-oversize', packageOversize],
  ['page-files-missing', pageFilesMissing],
  ['phone-button-words', phoneButtonWords],
  ['prompt-on-entry', promptOnEntry],
  ['tab-bar-invalid', tabBarInvalid],
])
