import type { ReactNode } from 'react'
export const Part = ({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) => (
  <section className="wb-part">
    <h3>{title}</h3>
    {children}
  </section>
)
