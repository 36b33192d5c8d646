Page({ data: { mail: 'xxx@xxx.com' }, ask() {} })
