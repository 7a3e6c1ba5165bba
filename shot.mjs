import { chromium } from 'playwright-core';
const [,, file, out, width='1280', scheme='light'] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const p = await b.newPage({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme });
await p.goto('file://' + file);
const h = await p.evaluate(() => document.documentElement.scrollHeight);
console.log('height', h);
const step = 1500; let i = 0;
for (let y = 0; y < h; y += step) { await p.screenshot({ path: `${out}-${i++}.png`, clip: { x: 0, y, width: Number(width), height: Math.min(step, h - y) }, fullPage: true }); }
await b.close();
