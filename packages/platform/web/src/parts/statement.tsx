/** A statement of reasons: the same for the developer, the reviewer before sending, and the archive. */
import { Link } from '@tanstack/react-router'
import type { StatementView } from '../../../src/contract/index.ts'
import { useSay } from '../words/look.tsx'
import { Tag } from './controls.tsx'
import { Shot } from './evidence.tsx'
import { At, Digest, Facts } from './shapes.tsx'

type Where = StatementView['grounds'][number]['where'][number]
export const useWhereText = () => {
  const say = useSay()
  return (where: Where): string => {
    if ('file' in where) return `${where.file}:${where.line}`
    if ('page' in where) return say(`页面 ${where.page}`, `page ${where.page}`) + (where.selector === undefined ? '' : ` ${where.selector}`)
    if ('listing' in where) return say(`资料「${where.listing}」`, `listing: ${where.listing}`)
    if ('document' in where) return say(`资质文件「${where.document}」`, `document: ${where.document}`)
    return where.outside
  }
}
/** An example: what it shows in words, and the lines that show it. */
export const Example = ({ text }: { readonly text: string }) => {
  const [head = '', ...lines] = text.split('\n')
  return (
    <>
      <p>{head}</p>
      {lines.length > 0 && <pre>{lines.join('\n')}</pre>}
    </>
  )
}
export const Statement = ({ of: statement }: { readonly of: StatementView }) => {
  const say = useSay()
  const where = useWhereText()
  const AUTOMATED = {
    no: say('由人作出', 'by people'),
    partly: say('机器辅助，由人作出', 'by people, aided by automated checks'),
    fully: say('自动作出', 'automatically'),
  }
  return (
    <div className="statement">
      <p className="pre">{say(statement.facts)}</p>
      {statement.grounds.map((ground, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a clause may be cited twice
        <section className="ground" key={`${ground.clause.id}-${i}`}>
          <header>
            <strong>{i + 1}.</strong>
            <Link to="/rules">
              <code>{ground.clause.id}</code>
            </Link>
            <strong>{say(ground.clause.title)}</strong>
            <span className="small soft">{ground.clause.edition}</span>
          </header>
          <div>
            <h3 className="small soft">{say('发现的内容', 'What was found')}</h3>
            <blockquote>{ground.quote}</blockquote>
          </div>
          {ground.where.length > 0 && (
            <div>
              <h3 className="small soft">{say('位置', 'Where')}</h3>
              {ground.where.map((one) => (
                <div key={JSON.stringify(one)} className="place">
                  {where(one)}
                </div>
              ))}
            </div>
          )}
          {ground.steps.length > 0 && (
            <div>
              <h3 className="small soft">{say('重现步骤', 'Steps to see it')}</h3>
              <ol className="steps">
                {ground.steps.map((step, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: steps in order
                  <li key={n}>
                    <span>{say(step)}</span>
                  </li>
                ))}
              </ol>
            </div>
          )}
          {ground.screenshots.length > 0 && (
            <div className="shots">
              {ground.screenshots.map((sha256, n) => (
                <Shot key={sha256} sha256={sha256} label={say(`截图 ${n + 1}`, `Screenshot ${n + 1}`)} />
              ))}
            </div>
          )}
          <div>
            <h3 className="small soft">{say('如何修改', 'How to mend it')}</h3>
            <p className="pre">{say(ground.fix)}</p>
          </div>
          <div className="example">
            <div className="example__right">
              <h4>✓ {say('正确', 'Right')}</h4>
              <Example text={say(ground.example.right)} />
            </div>
            <div className="example__wrong">
              <h4>✗ {say('错误', 'Wrong')}</h4>
              <Example text={say(ground.example.wrong)} />
            </div>
          </div>
        </section>
      ))}
      <Facts
        rows={[
          [say('编号', 'Reference'), <code key="r">{statement.reference}</code>],
          [say('作出时间', 'Decided'), <At key="d" at={statement.decided} />],
          [say('作出方式', 'How'), AUTOMATED[statement.automated]],
          [say('审核的代码包', 'Bytes looked at'), statement.about.sha256 === null ? '—' : <Digest key="s" of={statement.about.sha256} />],
          [say('依据的规则', 'Rulebook'), statement.rulebook],
          statement.scope.until === null ? null : [say('期限', 'Until'), <At key="u" at={statement.scope.until} />],
          statement.scope.capabilities.length === 0 ? null : [say('限制的能力', 'Limited'), statement.scope.capabilities.join(', ')],
          [
            say('不服怎么办', 'If you disagree'),
            <span key="x">
              {say(statement.redress.text)}
              {statement.redress.appealUntil !== null && (
                <>
                  {' '}
                  <Tag>
                    {say('申诉截止 ', 'appeal until ')}
                    <At at={statement.redress.appealUntil} />
                  </Tag>
                </>
              )}
            </span>,
          ],
        ]}
      />
    </div>
  )
}
