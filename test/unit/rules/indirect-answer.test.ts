import { describeRule } from './fixture.js';

const faq = (question: string, answer: string, title = 'Internal FAQ'): string =>
  `---\ntype: prfaq\n---\n\n# Lantern\n\n## ${title}\n\n### ${question}\n\n${answer}\n`;

const ko = (question: string, answer: string): string =>
  `---\ntype: prfaq\n---\n\n# 등불\n\n## 내부 FAQ\n\n### ${question}\n\n${answer}\n`;

describeRule('indirect-answer', {
  hits: {
    whole: [
      faq('⟦Is it bright?⟧', 'Our glass is blown by a supplier in Ohio that has two kilns.'),
      faq('⟦Can I cancel?⟧', 'At Brightpath we care for glass and for those who walk.'),
      faq('⟦Does it call?⟧', 'More than anything, we care for glass.'),
      ko('⟦비가 와도 켜집니까?⟧', '유리는 오하이오에 있습니다.'),
      ko('⟦길을 저장하나요?⟧', '유리는 오하이오에서 옵니다. 그 길은 어둡지 않습니다.'),
      faq('⟦Is it bright?⟧', 'Glass comes from Ohio.'),
      faq('⟦Can I carry it?⟧', 'Our roadmap has handles.'),
      faq('⟦Does it run in rain?⟧', 'Glass comes from Ohio.\n\nYes.'),
      faq('⟦Will you sell it in Boise?⟧', 'Portland comes first.'),
      faq('⟦Will you sell it in Boise?⟧', 'Shops that can carry lamps are chosen by Ana.'),
      '---\ntype: prfaq\n---\n\n# 등불\n\n## 내부 FAQ\n\n### ⟦비가 와도 켜집니까?⟧\n\n유리는 오하이오에서 옵니다.\n',
    ],
  },
  traps: {
    whole: [
      faq('Does it slow me down?', 'It adds less than one second.'),
      faq('Does it slow me down?', 'Walkers lose 4 seconds a mile.'),
      faq('Does it run in rain?', 'Less well.'),
      faq('Can I cancel?', 'At any time.'),
      faq('Does it work abroad?', 'In towns, mostly. Glass comes from Ohio.'),
      faq('Is it hard to build?', 'Somewhat.'),
      faq('Will it ship in May?', 'Shipping starts in June.'),
      ko('환불이 되나요?', '구매한 날부터 가능합니다.'),
      ko('혼자 쓸 수 있나요?', '누구나 씁니다.'),
      ko('시장이 충분히 큰가요?', '전국 약국은 약 2만 5천 곳입니다.'),
      ko('카드로 낼 수 있나요?', '현금만 받습니다.'),
      ko('경쟁사가 따라 할 수 있나요?', '그럴 수 있습니다.'),
      faq('Does it run in rain?', 'Much slower, and not in hail.'),
      ko('제 길은 저장되나요?', '저장하지 않습니다.'),
      ko('제 길은 저장되나요?', '등은 어떤 기록도 남기지 않습니다.'),
      ko('비가 와도 켜집니까?', '등에는 물이 새는 곳이 없습니다.'),
      ko('밤길을 밝힐 수 있나요?', '밤길만 밝힙니다.'),
      faq('Is it bright?', 'Yes, 900 lumens.'),
      faq('Is it bright?', '**No.** It is small.'),
      faq('Is it bright?', '900 lumens.'),
      faq('Is it bright?', 'We don’t know, and ask by May.'),
      faq('Is it bright?', 'It is.'),
      faq('Do I have to change the glass?', 'If it is clear: no.'),
      faq('Do I need an app?', 'Drivers do, since the scan needs a camera.'),
      faq('Can everybody buy it?', 'Towns with contracts can; others wait.'),
      faq('Will shops carry it?', 'Larger ones will, but not before May.'),
      faq('Is it bright or dark?', 'Bright.'),
      faq('Does it call, and how?', 'Over the air.'),
      faq('Does the lamp run in rain?', 'The lamp runs in any weather.'),
      faq('How bright is it?', 'Glass comes from Ohio.'),
      faq('Is it bright?', '| a | b |\n|---|---|\n| c | d |'),
      '---\ntype: prfaq\n---\n\n# 등불\n\n## 내부 FAQ\n\n### 비가 와도 켜집니까?\n\n예, 켜집니다.\n\n### 얼마나 밝습니까?\n\n유리는 오하이오에서 옵니다.\n',
    ],
  },
});
