import type { Diff } from '../../../../src/contract/index.ts'
import { useListingField } from '../../pages/listing.tsx'
import { useSay } from '../../words/look.tsx'
/** "3 pages, +1 permission, name, 2 screens". */
export const useChanges = () => {
  const say = useSay()
  const field = useListingField()
  return (diff: Diff): readonly string[] => {
    const said: string[] = []
    if (diff.base === null) return said
    const files = diff.files.length
    if (files > 0) said.push(say(`${files} 个文件`, `${files} files`))
    const came = diff.access.filter((one) => one.change === 'added')
    const gone = diff.access.length - came.length
    if (came.length > 0) said.push(say(`+${came.length} 项能力`, `+${came.length} access`))
    if (gone > 0) said.push(say(`−${gone} 项能力`, `−${gone} access`))
    for (const one of diff.listing.slice(0, 3)) said.push(field(one.field))
    if (diff.listing.length > 3) said.push(say(`等 ${diff.listing.length} 项资料`, `${diff.listing.length} listing fields`))
    const screens = diff.screens.filter((one) => one.changed).length
    if (screens > 0) said.push(say(`${screens} 个画面`, `${screens} screens`))
    if (diff.findings.came.length > 0) said.push(say(`新问题 ${diff.findings.came.length}`, `${diff.findings.came.length} new findings`))
    return said
  }
}
