import { readFileSync } from 'node:fs';
import { PaperPage } from '/tmp/wt/room/test/bed/paper.js';
import { cleanUp } from '/tmp/wt/room/test/bed/cleanup.js';
import { stretchAt } from '/tmp/wt/room/src/core/preview/spots.js';
import { startMeeting, nextState } from '/tmp/wt/room/src/core/meeting/state.js';
const themes=(process.argv[2]??'vscode-light').split(',');
const phases=(process.argv[3]??'author,read,feedback,walkthrough,decisions').split(',');
const file=process.argv[4]??'hallbell.prfaq.md';
const width=Number(process.argv[5]??1440);
const text=readFileSync('/tmp/wt/room/examples/'+file,'utf8');
for (const theme of themes) {
const paper = await PaperPage.open({theme: theme.split(' ')[0] as any, width, height: 960, view:{darkPaper: theme.includes('dark-paper')}});
paper.page.on('console', m=>console.log('CON',m.text()));
await paper.show(text,file);
const md=paper.check(text,file).analysis.markdown;
const find=(q:string)=>{const at=text.indexOf(q); return at<0?null:stretchAt(md,{start:at,end:at+q.length});};
const note=(id:string,kind:any,reader:string,q:string,body:string,o={})=>({id:'urn:uuid:'+id,kind,body,reader,resolved:false,answeredOnPage:0,place:find(q),exact:q,...o});
const notes=[
 note('1','question','','reports a stop after 90 seconds','What happens in the first 90 seconds? Nobody knows yet.'),
 note('2','concern','Tomás Vidal','Building owners pay $79 per elevator per month','Who signs for owners with forty buildings?'),
 note('3','praise','Ana Duarte','one hour of warning','Says what the customer needs, in a number. Keep.'),
 note('4','suggestion','서민준','Thornquist pays the resident $75','“Pays $75 the next working day” tells more.',{resolved:true}),
 note('5','typo','','maintenance visit','Two spaces.'),
 note('6','question','서민준','Do I need a smartphone?','And the deaf?',{answeredOnPage:4}),
];
for (const phase of phases) {
 const now=Date.now();
 let state=phase==='author'?null:startMeeting('file:///draft.prfaq.md',60*60000,12*60000,now-7.4*60000);
 if(state){ state=nextState(state,{type:'read',page:1},now); 
  if(phase!=='read') state=nextState(state,{type:'go',phase:phase as any},now);
  state=nextState(state,{type:'add',kind:'feedback',id:'f1',text:'The customer is clear; the landlord is not. Half of the internal FAQ is about owners.',who:'Ana',due:''},now);
  state=nextState(state,{type:'add',kind:'feedback',id:'f2',text:'Big enough: 263 of 412.',who:'Tomás',due:''},now);
  state=nextState(state,{type:'add',kind:'decisions',id:'d1',text:'Start in Baltimore alone; Philadelphia after 90 days.',who:'',due:''},now);
  state=nextState(state,{type:'add',kind:'actions',id:'a1',text:'Ask ten owners of more than twenty buildings what they would pay.',who:'Ruth',due:'2026-12-04'},now);
  state=nextState(state,{type:'add',kind:'actions',id:'a2',text:'Count the outages that begin at night',who:'Min-jun',due:''},now);
 }
 await paper.post({type:'meeting',state,now});
 await paper.post({type:'notes',notes: phase==='author'?[]:phase==='read'?notes.filter(n=>n.reader===''):notes});
 await paper.page.evaluate(()=>scrollTo(0,0));
 await paper.page.waitForTimeout(300);
 await paper.page.screenshot({path:`/tmp/room-${theme.replace('vscode-','').replace(' ','-')}-${phase}.png`});
}
if (paper.errors.length) console.log(paper.errors);
await paper.close();
}
await cleanUp();
