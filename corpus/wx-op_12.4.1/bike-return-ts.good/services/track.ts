type Spot = { latitude: number; longitude: number }
export class Track {
  private cb: (s: Spot) => void = () => {}
  follow(cb: (s: Spot) => void): this {
    this.cb = cb
    wx.startLocationUpdate({ success: () => wx.onLocationChange((r) => this.cb(r)) })
    return this
  }
}
export const boot: Array<(p: { hint(s: string): void }) => unknown> = [
  (p) => p.hint('点「开始骑行」后才会记录位置'),
]
