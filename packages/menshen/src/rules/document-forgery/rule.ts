import { rule, type Span, saidIn, sayThemes } from '../kit.ts'

/** Papers that somebody else issues. */
const PAPER =
  /录取通知书|(?:购车|买车|豪车|购房|租房|劳动|借款|转让|购买)\S{0,4}合同|毕业证|学位证|离职证明|在职证明|收入证明|诊断(?:书|证明)|病假条|病历|驾驶证|驾照|身份证|结婚证|离婚证|房产证|营业执照|奖状|银行流水|转账记录|聊天记录|余额截图|车票|机票|逮捕令|任命书/
const OWN = /本(?:馆|校|店|院|公司|课|机构)|结业|结课|可(?:在|于).{0,8}(?:查询|核验|验证)|编号/
const WRITES = /\.fillText$|^CanvasContext\.fillText$/
const SEAL = /seal|stamp|gongzhang|yinzhang|zhang\.|印章|公章/i

export default rule(
  {
    clauses: ['dy-review/3.4.2.3', 'wx-op/6.1.7'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      words: {
        what: { zh: '提供生成假证件、假合同的工具：“{text}”', en: 'A maker of false papers is offered: “{text}”' },
        why: {
          zh: '不得提供生成假文件、假合同、假证书的工具，即使以娱乐为名。',
          en: 'Makers of false papers, contracts and certificates are not allowed, not even as fun.',
        },
        fix: { zh: '去掉这项功能。', en: 'Remove the function.' },
      },
      drawn: {
        what: { zh: '把用户填的名字画成“{paper}”', en: 'What users type is drawn onto a paper: “{paper}”' },
        why: {
          zh: '由用户填写就能得到盖章的证书、合同，属于伪造工具。',
          en: 'Whoever types a name gets a sealed certificate or contract: a tool for forging.',
        },
        fix: {
          zh: '去掉他人机构才能出具的文件；自己的结课证书请写明机构和可核验的编号。',
          en: 'Remove papers that others issue; a certificate of your own should name you and carry a number that can be checked.',
        },
      },
    },
  },
  (evidence, report) => {
    const { interpretation } = evidence
    const said = saidIn(interpretation)
    // What a unit says is the same for all that is drawn there.
    const done = new Set<string>()
    for (const call of interpretation.calls) {
      if (!WRITES.test(call.api)) continue
      for (const context of call.contexts) {
        if (context.root.kind !== 'gesture') continue
        const { base } = context.root.unit
        if (done.has(base)) continue
        done.add(base)
        const papers = said.filter((one) => one.unit === base && PAPER.test(one.text))
        const paper = papers[0]
        if (!paper) continue
        const typed = interpretation.calls.some(
          (other) =>
            WRITES.test(other.api) &&
            other.contexts.some((one) => one.root.unit.base === base && one.args[0]?.origins.some((origin) => origin.source === 'event')),
        )
        if (!typed || said.some((one) => one.unit === base && OWN.test(one.text))) continue
        const seal = interpretation.calls.find(
          (other) =>
            /drawImage$/.test(other.api) && other.contexts.some(({ args }) => args[0]?.constants.some((one) => SEAL.test(String(one)))),
        )
        const related: { at: Span }[] = [
          { at: call.nameAt },
          { at: paper.shownAt },
          ...papers.slice(1, 4).map(({ at }) => ({ at })),
          ...(seal ? [{ at: seal.nameAt }] : []),
        ]
        report('drawn', {
          at: paper.at,
          data: { paper: paper.text.slice(0, 20) },
          related,
          verdict: seal || papers.length > 1 ? 'violation' : 'review',
        })
        return
      }
    }
    return sayThemes<'words'>(evidence, report, { words: { lists: ['forgery'] } })
  },
)
