// SPDX-License-Identifier: Apache-2.0

/// The style and the script of every page.
///
/// Neither may hold what ends its element, `</style` and `</script`; a test looks.
enum HTMLAssets {
  /// Light and dark as the system is, with the fonts that systems have for Chinese.
  static let style = """
    :root{color-scheme:light dark;--ink:#1c2128;--faint:#667079;--line:#d5dae0;--back:#fff;--panel:#f5f7f9;--mark:#ffe08a;--good:#dcf1e0;--link:#0b57a4}
    @media (prefers-color-scheme:dark){:root{--ink:#dfe4ea;--faint:#939ea9;--line:#3a424c;--back:#14181d;--panel:#1c2228;--mark:#6b5411;--good:#1d3f28;--link:#7ab7f5}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--back);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",sans-serif}
    .top{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;align-items:baseline;justify-content:space-between;padding:.6rem 1.2rem;background:var(--panel);border-bottom:1px solid var(--line)}
    h1{font-size:1.2rem;margin:0}h2{font-size:1.05rem}h3{font-size:.95rem}h4{font-size:.95rem;margin:.3rem 0}
    summary h2,summary h3{display:inline;margin:0}
    summary{cursor:pointer;padding:.45rem 0}
    main{max-width:92rem;margin:0 auto;padding:.6rem 1.2rem 3rem}
    main>details{border-bottom:1px solid var(--line);padding-bottom:.4rem}
    .group{margin-left:1rem}
    input{font:inherit;color:inherit;background:var(--back);border:1px solid var(--line);border-radius:.3rem;padding:.15rem .5rem;width:16rem;max-width:60vw}
    output,.note{color:var(--faint);font-size:.88rem}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;font-size:.9rem;margin:.3rem 0 .8rem}
    th,td{padding:.2rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere;max-width:34rem}
    td:first-child{min-width:7rem}
    th{background:var(--panel);white-space:nowrap}
    th button{all:unset;cursor:pointer;font-weight:600}
    th.n button{display:inline-flex;vertical-align:top;flex-direction:row-reverse}
    th button:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    th button::after{content:"";display:inline-block;width:1em;text-align:center;color:var(--link)}
    th[aria-sort=ascending] button::after{content:"▲"}th[aria-sort=descending] button::after{content:"▼"}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .place{white-space:nowrap}
    .zero{color:var(--faint)}.same{background:var(--good);font-weight:600}
    tbody tr:hover{background:var(--panel)}
    article{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .8rem;margin:.6rem 0;content-visibility:auto;contain-intrinsic-size:auto 7rem}
    article header{color:var(--faint);font-size:.88rem;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
    article header span{color:var(--ink)}article header i{color:var(--faint);font-style:normal}
    .post{white-space:pre-wrap;overflow-wrap:anywhere;margin:.3rem 0}
    .ids{max-height:16rem;overflow:auto}
    code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.88em}
    mark{background:var(--mark);color:inherit;border-radius:.15rem;cursor:help}
    [hidden]{display:none!important}
    @media print{.top{position:static}#filter{display:none}}
    """

  /// Sorting by headings, and the filter box.
  static let script = """
    "use strict";
    (() => {
      const language = document.documentElement.lang;
      const order = new Intl.Collator(language, {numeric: true});
      const number = cell => { const v = cell.dataset.v ?? cell.textContent; const n = Number.parseFloat(v); return Number.isNaN(n) ? null : n; };
      for (const table of document.querySelectorAll("table")) {
        const heads = [...table.tHead.rows[0].cells];
        const body = table.tBodies[0];
        const original = [...body.rows];
        heads.forEach((head, column) => head.firstElementChild.addEventListener("click", () => {
          const isNumber = head.classList.contains("n");
          const now = head.getAttribute("aria-sort");
          const next = now === "none" ? (isNumber ? "descending" : "ascending") : now === "ascending" ? "descending" : "ascending";
          for (const other of heads) other.setAttribute("aria-sort", "none");
          head.setAttribute("aria-sort", next);
          const sign = next === "ascending" ? 1 : -1;
          const keyed = original.map(row => [isNumber ? number(row.cells[column]) : row.cells[column].textContent, row]);
          keyed.sort(([a], [b]) => {
            if (!isNumber) return sign * order.compare(a, b);
            if (a === null || b === null) return (a === null) - (b === null);
            return sign * (a - b);
          });
          body.append(...keyed.map(pair => pair[1]));
        }));
      }
      const label = document.getElementById("filter");
      const [box, count] = [label.querySelector("input"), label.querySelector("output")];
      const items = [...document.querySelectorAll("tbody tr, article")].map(item => [item, item.textContent.toLowerCase()]);
      const groups = [...document.querySelectorAll("details.group")];
      let waiting = 0;
      const filter = () => {
        const words = box.value.toLowerCase().split(/\\s+/).filter(word => word);
        let shown = 0;
        for (const [item, text] of items) {
          item.hidden = !words.every(word => text.includes(word));
          if (!item.hidden) shown += 1;
        }
        for (const group of groups) group.hidden = !group.querySelector("article:not([hidden])");
        count.value = words.length ? shown + " / " + items.length : "";
      };
      box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
      label.hidden = false;
    })();
    """
}
