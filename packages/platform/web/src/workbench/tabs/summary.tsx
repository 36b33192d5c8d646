/** The first tab: why a person looks, what changed, who is behind it. */
import { Link } from '@tanstack/react-router'
import type { Diff, ReviewItem } from '../../../../src/contract/index.ts'
import { Button, ProblemBox, Tag } from '../../parts/controls.tsx'
import { Factors } from '../../parts/progress.tsx'
import { Facts } from '../../parts/shapes.tsx'
import { useAct } from '../../wire/hooks.ts'
import { useSay } from '../../words/look.tsx'
import { useChanges } from './changes.ts'
import { Part } from './part.tsx'
export function Summary({ item, diff }: { readonly item: ReviewItem; readonly diff: Diff | undefined }) {
  const say = useSay()
  const changes = useChanges()
  const account = useAct('POST /api/review/items/:version/test-account')
  const { version, risk, entity } = item
  const DECLARED: Readonly<Record<string, readonly [string, string]>> = {
    userContent: ['用户可以发布内容', 'users can publish content'],
    aiContent: ['人工智能生成的内容', 'content made by AI'],
    payments: ['支付', 'payments'],
    privacyNotUsed: ['声明不使用', 'declared as not used'],
  }
  return (
    <div className="wb-grid">
      <Part title={say('为什么由人看', 'Why a person looks')}>
        <ul className="bullets">
          {[...new Map(item.reasons.map((one) => [`${one.code} ${one.said.zh}`, one])).values()].map((one) => (
            <li key={`${one.code} ${one.said.zh}`}>{say(one.said)}</li>
          ))}
        </ul>
      </Part>
      <Part title={say('本次改动', 'Changed since')}>
        {diff === undefined ? (
          <p className="soft">…</p>
        ) : diff.base === null ? (
          <p className="soft">{say('新小程序，没有可对比的版本。', 'A new program: nothing to compare with.')}</p>
        ) : (
          <>
            <p className="soft small">
              {say(`对比 ${diff.base.label}`, `Compared with ${diff.base.label}`)}
              {diff.base.kind === 'approved' && say('（上次人工通过）', ' (last approved by a person)')}
            </p>
            <span className="row">
              {changes(diff).length === 0 ? (
                <Tag>{say('没有改动', 'nothing')}</Tag>
              ) : (
                changes(diff).map((one) => <Tag key={one}>{one}</Tag>)
              )}
            </span>
          </>
        )}
      </Part>
      <Part title={say(`风险 ${risk?.score ?? '—'}`, `Risk ${risk?.score ?? '—'}`)}>
        {risk === null ? <p className="soft">—</p> : <Factors factors={risk.factors} />}
      </Part>
      <Part title={say('更新说明', 'What is new')}>
        <p className="pre">{version.changelog === '' ? '—' : version.changelog}</p>
      </Part>
      <Part title={say('主体与资料', 'Entity and listing')}>
        <Facts
          rows={[
            [
              say('主体', 'Entity'),
              <span key="e" className="row">
                {entity.name}{' '}
                {entity.verified ? (
                  <Tag tone="success">{say('已核验', 'verified')}</Tag>
                ) : (
                  <Tag tone="warning">{say('未核验', 'not verified')}</Tag>
                )}
                {entity.certified && <Tag tone="success">{say('已认证', 'certified')}</Tag>}
              </span>,
            ],
            [say('类目', 'Categories'), item.listing?.content.categories.join(say('、', ', ')) || '—'],
            [say('简介', 'Introduction'), item.listing?.content.intro ?? '—'],
            item.missingDocuments.length === 0
              ? null
              : [
                  say('缺少资质', 'Missing documents'),
                  <Tag key="m" tone="danger">
                    {item.missingDocuments.map((one) => one.kind).join(say('、', ', '))}
                  </Tag>,
                ],
          ]}
        />
      </Part>
      <Part title={say('声明', 'Declared')}>
        <ul className="bullets">
          {item.declarations.map((one) => (
            <li key={one.kind}>
              {say(...(DECLARED[one.kind] ?? ([one.kind, one.kind] as const)))}
              {say('：', ': ')}
              {typeof one.content === 'boolean'
                ? one.content
                  ? say('有', 'yes')
                  : say('没有', 'no')
                : Array.isArray(one.content)
                  ? one.content.length === 0
                    ? say('无', 'none')
                    : one.content.join(', ')
                  : JSON.stringify(one.content)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('测试账号', 'Test account')}>
        {!item.hasTestAccount ? (
          <p className="soft">{say('开发者说不需要登录。', 'The developer says no sign-in is needed.')}</p>
        ) : account.data === undefined ? (
          <>
            <Button
              small
              busy={account.isPending}
              off={item.lease === null}
              onClick={() => account.mutate({ params: { version: version.id } })}
            >
              {say('显示（记入日志）', 'Show it (logged)')}
            </Button>
            {item.lease === null && <span className="soft small"> {say('领取后可以查看', 'claim the item first')}</span>}
          </>
        ) : (
          <Facts
            rows={[
              [say('账号', 'Name'), <code key="u">{account.data.username ?? '—'}</code>],
              [say('密码或验证码', 'Password or code'), <code key="p">{account.data.secret ?? '—'}</code>],
              account.data.notes === null
                ? null
                : [
                    say('说明', 'Notes'),
                    <span key="n" className="pre">
                      {account.data.notes}
                    </span>,
                  ],
            ]}
          />
        )}
        <ProblemBox problem={account.error?.problem} />
      </Part>
      <Part title={say('相似的小程序', 'Similar programs')}>
        {item.similar.length === 0 ? (
          <p className="soft">{say('没有。', 'None.')}</p>
        ) : (
          <ul className="list">
            {item.similar.map((one) => (
              <li key={one.version} className="row row--apart">
                <Link to={`/review/${one.version}`}>
                  {one.name} {one.label}
                </Link>
                <span className="soft">
                  {one.likeness}% {one.decided}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </div>
  )
}
