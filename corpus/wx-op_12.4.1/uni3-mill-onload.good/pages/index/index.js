"use strict";
const common_vendor = require("../../common/vendor.js");
const hooks_usePlace = require("../../hooks/usePlace.js");
const _sfc_main = {
  __name: "index",
  setup(__props) {
    const shops = common_vendor.ref(["水磨坊·古镇店", "水磨坊·新城店"]);
    const { place, locate } = hooks_usePlace.usePlace();
    common_vendor.onMounted(() => {
      common_vendor.index.__f__("log", "at pages/index/index.vue:18", "ready");
    });
    const near = async () => {
      const { confirm } = await common_vendor.index.showModal({ title: "使用位置", content: "用于查找附近的磨坊门店" });
      if (confirm) locate();
    };
    const open = (name) => {
      common_vendor.index.showToast({ title: name, icon: "none" });
    };
    return (_ctx, _cache) => {
      return {
        a: common_vendor.f(shops.value, (s, k0, i0) => {
          return { a: common_vendor.t(s), b: s, c: common_vendor.o(($event) => open(s), s) };
        }),
        b: place.value ? "已按距离排序" : "",
        c: common_vendor.o(near)
      };
    };
  }
};
wx.createPage(_sfc_main);
//# sourceMappingURL=../../../.sourcemap/mp-weixin/pages/index/index.js.map
