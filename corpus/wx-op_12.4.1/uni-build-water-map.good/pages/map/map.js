"use strict";
const common_vendor = require("../../common/vendor.js");
const _sfc_main = {
  data() { return { list: [{ n: "南门饮水台", d: 0 }, { n: "码头茶亭", d: 0 }], at: null }; },
  onLoad() { this.at = null; },
  methods: {
    where() { common_vendor.index.getLocation({ type: "gcj02" }).then((r) => { this.at = r; }); },
    open() { common_vendor.index.showModal({ title: "位置用途", content: "仅用于算出到饮水点的距离，不上传" }).then((r) => { if (r.confirm) this.where(); }); }
  }
};
_sfc_main.render = (_ctx) => ({ a: common_vendor.o((e) => _ctx.open(e)), b: _ctx.list, c: _ctx.at ? "已定位" : "点任意一处可算距离" });
common_vendor.createPage(_sfc_main);
