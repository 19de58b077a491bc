import { describeRule } from './fixture.js';

const headed = (head: string): string =>
  `---\ntype: prfaq\n---\n\n${head}\n\nPORTLAND, March 2, 2027 — Brightpath today opens Lantern, a lamp that walks ahead.\n\n## Problem\n\nPeople take the long way home.\n`;

describeRule('hype-word', {
  hits: {
    release: [
      'A ⟦revolutionary⟧ lamp walks ahead.',
      'The ⟦outstanding⟧ lamp shines. Its glass is ⟦robust⟧.',
      'It is the ⟦world’s first⟧ lamp that walks.',
      'Lantern ⟦changes everything⟧.',
      'Our ⟦powerful⟧ lamp shines, an innovative thing.',
      'Lantern is the ⟦ultimate solution⟧ to darkness.',
      'It ⟦revolutionizes⟧ walking.',
      'It is ⟦world-class⟧ and seamless.',
      'Charging is ⟦seamless⟧.',
      '⟦Cutting-edge⟧ glass shows the path.',
      'It ⟦empowers⟧ walkers.',
      'This is **⟦best in class⟧** light.',
      'It brings light ⟦to the next\nlevel⟧.',
    ],
    answer: ['We wanted ⟦a new era of⟧ light.', 'By ⟦leveraging⟧ glass, it shines.'],
    'release-ko': [
      '⟦차세대⟧ 등이 앞서 걷습니다.',
      '⟦혁신적⟧인 등이 앞서 걷습니다.',
      '⟦최고의⟧ 등입니다.',
      '⟦세계 최고⟧ 수준의 등입니다.',
      '효과를 ⟦극대화⟧합니다.',
    ],
    whole: [
      headed('# Brightpath opens Lantern, a ⟦revolutionary⟧ lamp'),
      headed('# Introducing Lantern: The ⟦Next-Generation⟧ Lamp That Will Revolutionize Walking Home'),
      headed(
        '# Brightpath opens Lantern, a lamp\n\n## The ⟦world-class⟧ lamp that shows people the path before they take it',
      ),
    ],
  },
  traps: {
    release: [
      'The Revolutionary War Museum lights its path with Lantern.',
      '“It is revolutionary,” said Ana Ruiz.',
      '»It is revolutionary«, said Jörn Petersen.',
      '> A revolutionary lamp.',
      'The ultimate strength of the glass is 40 MPa.',
      'The shop has leverage over its supplier.',
      'Read `seamless.css` first.',
      'See https://example.com/revolutionary/amazing.',
      'The first-class cabin is dark.',
      'Two robust-looking lamps stand there.',
    ],
    whole: [
      headed('# Brightpath opens Lantern, a lamp of the Revolutionary War Museum'),
      headed('# Brightpath opens Lantern\n\n## Lantern shows people the path before they take it'),
      headed('# Brightpath opens Lantern, which walkers call “revolutionary”'),
    ],
    answer: [
      'It is more powerful than a torch, and powerful enough for fog.',
      'Ana won the prize for the most innovative lamp.',
      'Who has the ultimate responsibility? Ana.',
      'Be innovative, and be kind.',
      'It lists outstanding invoices and exceptional cases.',
      'The written opinion is outstanding, and two answers are still outstanding.',
      'The glass is robust to hail.',
      'Charging is not seamless yet.',
    ],
    appendix: ['A revolutionary lamp.'],
    'release-ko': [
      '‘혁신’은 말뿐입니다.',
      '“혁신적인 등입니다”라고 김하나 씨가 말했습니다.',
      '최고 온도는 40도입니다.',
      '완벽한 등은 없습니다.',
      '최적의 경로를 고릅니다.',
      '차세대 시스템 사업을 맡았습니다.',
    ],
  },
});
