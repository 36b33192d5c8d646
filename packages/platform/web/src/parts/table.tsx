/** Tables. Where there is no room for columns each row becomes a card, and each cell says the name of its column. */
import { type ReactNode, useEffect, useRef } from 'react'

export const Table = ({ children }: { readonly children: ReactNode }) => {
  const table = useRef<HTMLTableElement>(null)
  // After each drawing: rows come and go, and names change with the language.
  useEffect(() => {
    const names = [...(table.current?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent ?? '')
    for (const body of table.current?.tBodies ?? [])
      for (const row of body.rows)
        for (const [i, cell] of [...row.cells].entries()) {
          const name = names[i] ?? ''
          if (cell.getAttribute('data-name') !== name) cell.setAttribute('data-name', name)
        }
  })
  return (
    <div className="table-box">
      <table ref={table} className="table">
        {children}
      </table>
    </div>
  )
}
