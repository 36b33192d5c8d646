/** What has happened on the platform before its visitor comes: one act for each program, several acted at once. */

import type { Text } from '../src/domain/words.ts'
import { createProgram } from '../src/store/programs.ts'
import { formOf, packed, picture, type Sample, sampleAt, textOf } from './samples.ts'
import { approve, ask, certify, claim, enterEntity, handIn, outForAll, paper, postpone, refuse, release, type Work } from './scenes.ts'
import { type Ask, type Developer, type Opened, opened, upload } from './seed.ts'

export interface Cast {
  readonly place: Opened
  readonly developers: { readonly tea: Player; readonly river: Player; readonly fresh: Player }
  readonly newcomers: readonly { readonly self: Ask; readonly firm: string; readonly number: string }[]
  readonly reviewer: Ask
  readonly senior: Ask
  readonly checker: Ask
  readonly adviser: Ask
  readonly adviserId: string
  readonly categories: Categories
}
export interface Player extends Developer {
  readonly firm: string
  readonly ask: Ask
  /** Signed in, as in a browser: for what no token may do. */
  readonly self: Ask
}
export interface Categories {
  known(platform: string): ReadonlySet<string>
  usual(platform: string): string
  /** One where a mistake hurts, and that asks for no papers. */
  readonly sensitive: string
}
const t = (zh: string, en: string): Text => ({ zh, en })

/** A program with its listing. */
export const bring = async (cast: Pick<Cast, 'place' | 'categories'>, by: Player, sample: Sample, over: object = {}): Promise<Work> => {
  const { store, blobs } = cast.place
  const program = await store.run((tx) => createProgram(tx, { actor: by.actor, name: sample.name, platform: sample.platform }))
  const bytes = picture(sample.name)
  const { sha256 } = await blobs.put([bytes], { max: bytes.length })
  await by.ask('PUT', '/api/files', bytes, { 'content-type': 'image/png', 'x-content-sha256': sha256 })
  const content = { ...formOf(sample, cast.categories.known(sample.platform), cast.categories.usual(sample.platform), sha256), ...over }
  const { rev } = await by.ask<{ readonly rev: number }>('PUT', `/api/programs/${program.id}/listing`, { base: 0, content })
  return { developer: by.ask, program: program.id, listing: rev }
}
const words = (sample: Sample, otherwise = '首个版本') => {
  const text = textOf(sample.listing['changelog'], otherwise)
  return text.length < 2 ? otherwise : text
}
const first = (work: Work, sample: Sample, more: object = {}) =>
  handIn(work, { label: '1.0.0', changelog: words(sample), bytes: packed(sample), more })
const update = (work: Work, sample: Sample, label: string) =>
  handIn(work, { label, changelog: '调整了列表的间距', bytes: packed(sample, label) })

export interface Act {
  /** Told when it is over. */
  readonly says: Text
  play(cast: Cast): Promise<void>
}
const clean = (name: string) => sampleAt(`corpus/clean/${name}`)
const act = (zh: string, en: string, play: Act['play']): Act => ({ says: t(zh, en), play })

/** The quickest to see first. */
export const ACTS: readonly Act[] = [
  act('竹里器物：已全量发布；1.1.0 发布后回退到 1.0.0', 'bamboo-ware: live, and rolled back from 1.1.0 to 1.0.0', async (cast) => {
    const [{ tea }, sample] = [cast.developers, clean('bamboo-ware')]
    const work = await bring(cast, tea, sample)
    const one = await first(work, sample)
    await approve(cast.reviewer, one)
    await outForAll(tea.ask, one.id)
    const two = await update(work, sample, '1.1.0')
    if (two.state === 'awaiting-human') await approve(cast.reviewer, two)
    await outForAll(tea.ask, two.id)
    await release(tea.ask, one.id, { do: 'roll-back' })
  }),
  act('茶馆点单：1.0.0 被拒绝，改好的 1.0.1 等待审核', 'teahouse: 1.0.0 was refused, the mended 1.0.1 waits', async (cast) => {
    const { tea } = cast.developers
    const [bad, good] = [sampleAt('examples/teahouse'), sampleAt('examples/teahouse-mended')]
    const work = await bring(cast, tea, good)
    await refuse(cast.reviewer, await first(work, { ...bad, listing: good.listing }))
    await handIn(work, { label: '1.0.1', changelog: '按审核意见逐项修改', bytes: packed(good) })
  }),
  act(
    '山脚图书馆：已全量发布，更新 1.1.0 已经过自动审核',
    'hillside-library: live, and the machine has judged its update',
    async (cast) => {
      const [{ river }, sample] = [cast.developers, clean('hillside-library')]
      const work = await bring(cast, river, sample)
      const one = await first(work, sample)
      await approve(cast.reviewer, one)
      await outForAll(river.ask, one.id)
      await update(work, sample, '1.1.0')
    },
  ),
  act('礁石海岛公交：灰度发布到 30% 的用户', 'island-buses: out for 30% of the users', async (cast) => {
    const [{ river }, sample] = [cast.developers, clean('island-buses')]
    const one = await first(await bring(cast, river, sample), sample)
    await approve(cast.reviewer, one)
    await release(river.ask, one.id, { do: 'publish', percent: 10 })
    await release(river.ask, one.id, { do: 'raise', percent: 30 })
  }),
  act('半日花艺课堂：被拒绝，开发者已申诉', 'flower-class: refused, and its developer appealed', async (cast) => {
    const [{ river }, sample] = [cast.developers, sampleAt('examples/flower-class')]
    const one = await first(await bring(cast, river, sample), sample)
    await refuse(cast.senior, one)
    const { decisions } = await river.self<{ readonly decisions: readonly { readonly id: string; readonly rv: number }[] }>(
      'GET',
      `/api/versions/${one.id}`,
    )
    await river.self('POST', `/api/decisions/${decisions[0]!.id}/appeal`, {
      rv: decisions[0]!.rv,
      grounds: '客服电话写在“关于我们”页的底部，请再看一次；其余各项我们会修改。',
      findings: [],
    })
  }),
  act('江畔合唱团：已向开发者提问', 'river-choir: its developer was asked something', async (cast) => {
    const [{ tea }, sample] = [cast.developers, clean('river-choir')]
    const one = await first(await bring(cast, tea, sample), sample)
    await ask(cast.reviewer, one, t('报名后由谁联系成员？请说明。', 'Who gets in touch with members after they sign up? Please say.'))
  }),
  act('河畔门诊预约：敏感类目，等待第二人确认', 'riverside-clinic: a sensitive category, held for a second person', async (cast) => {
    const [{ river }, sample] = [cast.developers, clean('riverside-clinic')]
    const one = await first(await bring(cast, river, sample, { categories: [cast.categories.sensitive] }), sample)
    await approve(cast.reviewer, one)
  }),
  act('榫卯木工课：暂缓审核', 'joiner-courses: postponed', async (cast) => {
    const [{ fresh }, sample] = [cast.developers, clean('joiner-courses')]
    const one = await first(await bring(cast, fresh, sample), sample)
    await postpone(cast.senior, one, t('等待办学许可的核实结果', 'The teaching licence is being confirmed'), 3)
  }),
  act('小米烘焙预订：已全量发布', 'millet-bakery: live', async (cast) => {
    const [{ tea }, sample] = [cast.developers, clean('millet-bakery')]
    const one = await first(await bring(cast, tea, sample), sample)
    await approve(cast.senior, one)
    await outForAll(tea.ask, one.id)
  }),
  act('小满门诊部：高级审核员正在审核', 'xiaoman-clinic: with a senior reviewer now', async (cast) => {
    const [{ fresh }, sample] = [cast.developers, clean('xiaoman-clinic')]
    await claim(cast.senior, await first(await bring(cast, fresh, sample), sample))
  }),
  act('家里灶台：已全量发布，更新申请了加急', 'home-kitchen: live, and an expedited update waits', async (cast) => {
    const [{ river }, sample] = [cast.developers, clean('home-kitchen')]
    const work = await bring(cast, river, sample)
    const one = await first(work, sample)
    await approve(cast.reviewer, one)
    await outForAll(river.ask, one.id)
    const two = await update(work, sample, '1.0.1')
    if (two.state === 'awaiting-human')
      await river.self('POST', `/api/versions/${two.id}/expedition`, { kind: 'safety', words: '修复一处会重复提交的问题' })
  }),
  act('东门公交：已通过，等待开发者发布', 'east-gate-buses: approved, to be released by its developer', async (cast) => {
    const [{ fresh }, sample] = [cast.developers, clean('east-gate-buses')]
    await approve(cast.reviewer, await first(await bring(cast, fresh, sample), sample))
  }),
  act('湖畔单车：灰度发布后暂停；1.1.0 为体验版', 'lakeside-bikes: a gray release that is paused, and a trial of 1.1.0', async (cast) => {
    const [{ fresh }, sample] = [cast.developers, clean('lakeside-bikes')]
    const work = await bring(cast, fresh, sample)
    const one = await first(work, sample)
    await approve(cast.reviewer, one)
    await release(fresh.ask, one.id, { do: 'publish', percent: 5 })
    await release(fresh.ask, one.id, { do: 'pause' })
    const two = await upload(fresh.ask, work.program, '1.1.0', '换了地图的样式', packed(sample, '1.1.0'))
    const { rv } = await opened(fresh.ask, two.id)
    await fresh.self('POST', `/api/versions/${two.id}/trial`, { rv, days: 7 })
  }),
  act(
    '主体与资质：一家已认证，一家等待意见，两家等待核验，一份资质待核对',
    'entities: one certified, one being advised on, two to be checked; one paper to be checked',
    async (cast) => {
      const { tea, river } = cast.developers
      const { checker, adviser, adviserId } = cast
      await certify({ owner: tea.self, checker, adviser, adviserId, firm: tea.firm }, picture('tea letter'), true)
      await certify({ owner: river.self, checker, adviser, adviserId, firm: river.firm }, picture('river letter'), false)
      await paper(river.self, '食品经营许可证', picture('food licence'))
      for (const { self, firm, number } of cast.newcomers) await enterEntity(self, { firm, number, bytes: picture(firm) })
    },
  ),
]

/** Plays all acts, so many at once; what goes wrong in one is told and takes no other with it. */
export const play = async (cast: Cast, atOnce: number, ended: (act: Act, error: Error | null) => void): Promise<void> => {
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = ACTS[next++]; one; one = ACTS[next++]) {
        const error = await one.play(cast).then(
          () => null,
          (failed: Error) => failed,
        )
        ended(one, error)
      }
    }),
  )
}
