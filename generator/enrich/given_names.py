"""Common given names of many languages, by the gender that they usually tell.

Written from general knowledge, without diacritics and in lower case, as :func:`generator.enrich.words.fold` leaves
words. A name may stand in both lists. Names that are ordinary words or places as often stand also in
``WEAK_GIVEN`` of :mod:`generator.enrich.words`, and tell less.
"""

from generator.enrich.words import word_set

MALE = word_set(
    """
aaron abdallah abdel abdelaziz abdelfattah abdelkader abderrahmane abdou abdul abdulaziz abdulla abdullah abdulrahman
abel abiy abraham abu adam adel aditya adnan adolf adrian adriano ahmad ahmadou ahmed ahmet aidan ajay akbar akhilesh
aki akihito akinwumi akio akira akram aksel alain alan alassane albert alberto aldo alec alejandro aleksandar
aleksander aleksandr aleksei aleksey alessandro alex alexander alexandre alexandros alexandru alexei alexey alexis alf
alfonso alfred alfredo algirdas ali alistair allan allen almazbek alonso alpha alvaro alvin amadou amar ambrose amin
amir amit amos amr anand anas anatol anatole anatoli anatoly anders andre andreas andrei andrej andres andrew andrey
andrii andrius andriy andrus andrzej andy angel angelo angus anil anselm antanas ante anthony antoine anton antoni
antonin antonio antonis antony anurag anwar archie ari arif arild aristide arjun arkady armand armando armen armin
arnaud arne arnis arnold arsen arsene arseniy arseny arthur artur arturo artyom arun arvind asad ashok ashraf ashwin
asif askar aslan atal atle attila august auguste augustin augusto augustus austin avi avigdor avraham axel ayman aziz
babatunde baldwin balram barack bard barney barry bart bartholomew bartlomiej bartosz bashar bashir basil bassam
bastian ben benedict beniamino benigno benito benjamin bennett benny benoit bernard bernardo bernd bernhard bernie
bert bertrand bharat bilal bill billy binali binyamin bjarne bjorn blaise blake bob bobby bogdan boguslaw bohdan borge
boris borislav borys boubacar boutros boyko brad bradley brandon branislav branko brendan brent bret brett brian
bronislaw bruce bruno bryan bryce bulent burak burhan byron caleb calvin cameron camilo carl carlo carlos carsten
casper cecil cedric cem cesar cezary charles charlie cheikh chester chinua chris christian christof christoph
christophe christopher christos chuck claes clarence claude claudio claus clayton clemens clement cliff clifford clint
clive clyde cody colin conor constantin constantine constantinos corey cornelis cornelius cory craig cristian
cristiano cristobal curtis cyril cyrus czeslaw dag damian damien damir dan daniel daniele danilo danny dante darius
dariusz darko darrell darren dave david davide davit davor dean deepak dejan denis deniz dennis denys derek derrick
desmond devendra devin devlet dick didier diego dieter dietmar dietrich dilip dimitar dimitri dimitrios dimitris
dinesh dino dirk djordje dmitri dmitrii dmitriy dmitry dmytro dominic dominik dominique don donald donatas donnie
dorian doug douglas dragan drew duane duarte duncan dustin dwayne dwight dylan eamon earl ed eddie edgar edmond edmund
edmundo edouard eduard eduardo eduards edvard edward edwin efrain egil egon ehud einar einars eino eirik eitan eivind
ekrem elias elijah elliot elliott elmar elvis emanuel emeka emil emile emilio emir emmanuel emmerson emomali emre enda
enrico enrique enzo ercan eric erich erik erki erkki ernest ernesto ernst erwin esko espen essam esteban ethan etienne
eugen eugene eugenio evan evgeni evgeny evo ewan ezra ezzat fabian fabien fabio fabrice fadi fahad faisal farid farouk
farrukh faruk fathi fatih fawzi faycal fayez federico felipe felix ferdinand ferenc ferit fernand fernando ferran
fethullah fidel filip filippo finn florent florian floyd fouad francesco francis francisco franciszek franck franco
francois frank frankie franklin frans frantisek franz fred freddie freddy frederic frederick frederik fredrik
friedrich fritz frode fuad fumio fyodor gabor gabriel gabriele gael galo gamal ganesh gareth garry gary gaspar gaston
gaurav gautam gavin geert gennadi gennadiy gennady geoff geoffrey georg george georges georgi georgios georgy geraint
gerald gerard gerardo gerd gerhard gerry gert ghassan giacomo giancarlo gianluca gianni gilbert gilberto giles gilles
gino giorgi giorgio giorgos giovanni girolamo gitanas giulio giuseppe glen glenn gonzalo goodluck goran gordon graeme
graham greg gregg gregor gregorio gregory grigori grigory grover grzegorz gudlaugur guenter guido guillaume guillermo
gunnar gunter gunther gurbanguly gurgen gus gustav gustave gustavo gyorgy haakon habib hadi hafez hage haider haile
haji hakan hakim halil haluk halvard hamad hamed hamid hamza hani hannes hannibal hans harald hari harish harold
haroun harri harris harrison harry haruhiko haruki harvey hasan hashim hassan hatem havard hayden hazem heath hector
heikki heiko heimir heinrich heinz helmut helmuth hemant hendrik henri henrik henrique henry henryk herbert herman
hermann hernan herve heydar hideki hikmet hilary hillel hirohito hiroki hiroshi hisham holger homer horace horacio
horst hosni hossein hovik howard hubert hugh hugo hulusi humberto humphrey husain huseyin hussain hussein ian ibrahim
ichiro idris idriss ignacio ignatius igor ihor ihsan ilham ilia ilias ilie ilir ilker ilkka illia ilya imad iman imran
indra ingmar ingo ingvar ioan ioannis ion iqbal irakli irfan irving isaac isaiah ishaq islam ismael ismail issam
issoufou istvan ivan ivar ivars ivica ivo jaak jaakko jaap jaber jacek jack jackie jacky jacob jacques jagdish jaime
jair jake jakob jakub jalal jamal james jamie jamil jan janez janis janne janos janusz jared jarmo jaroslav jaroslaw
jarrod jason jasper javad javier jawad jawaharlal jay jean jeb jed jeff jefferson jeffery jeffrey jens jeppe jeremiah
jeremias jeremy jeroen jerome jerry jerzy jesper jesse jesus jiang jim jimmy jiri jo joachim joao joaquin jochen joe
joel joerg johan johann johannes john johnathan johnnie johnny joko jomo jon jonas jonathan jonny joost jorg jorge
jorgen jorma jose josef josep joseph josh joshua josip jozef juan juergen juha juho jukka jules julian julien julio
julius juliusz junichiro jurgen juri juris jussi justin justinas justus kabir kacper kadir kais kaj kakha kalle kamal
kamil kanye kapil karan karel karim karl karlis karol kaspar kasper kassym kay kazimierz kazuo keir keith kelvin kemal
ken kenan kenji kenneth kenny kent kenta kenzaburo kerry kevin kgalema khaled khalid khalifa khalil kiran kirill kirk
kjell kjetil klaas klaus klemens knud knut kofi koichi koji konrad konstantin konstantinos konstanty kostas krishna
krisjanis kristian kristjan kristoffer krystian krzysztof kumar kurmanbek kurt kwame kyle kyriakos kyrylo lachlan
ladislav lalit lamar lance larry lars laszlo laurence laurent laurentiu lauri lawrence lazar lech lee leif lennart
lennox leo leon leonard leonardo leonid leonidas leopold leopoldo leroy les lesley leslie lester leszek levent levi
levon lewis liam linus lionel lloyd logan lorenzo lothar lothario lou louie louis luc luca lucas lucian luciano lucien
ludovic ludwig luigi luis luiz luka lukas lukasz luke luther lyle lyndon maarten maciej mack madhav magne magnus maha
mahathir maher mahinda mahmoud mahmud maithripala majid makar makoto maksim maksym malcolm malik mamadou mamuka
manfred mangala manmohan manny manoj manolis mansour manuel marat marc marcel marcelo marcin marco marcos marcus marek
marian mariano marijan mario marios maris marius mariusz marjan mark marko markus marlon marouane marshall martin
martino martti marty marvin marwan masahiro masayoshi massimo mateo mateusz mathias mathieu matias matt matteo matthew
matthias matthieu matti matty maurice mauricio maurizio max maxim maxime maximilian maxwell mazen mehdi mehmet meir
meles melvin menachem mendel mesut mevlut michael michail michal michel michele mick mickey mieczyslaw miguel mihai
mihail mihajlo mihaly mika mikael mike mikhail mikheil mikko miklos mikola mikolaj milan miles milo milorad milos
miloslav milton mirko miroslav mitch mitchell mitsuo mladen modibo modou moe mohamad mohamed mohammad mohammed mohamud
mohan mohandas mohit mohsen moise moises moncef mordechai morgan moritz morris morten moses moshe mounir moussa
mstislav muammar muhammad muhammadu muharrem mukesh mukhtar mulayam murad murat murray musa mustafa mustapha mwai
mykhailo mykhaylo mykola nabih nabil nadir naftali naguib najib nandan naoto napoleon narendra naruhito nasir nasser
nathan nathaniel naveen nawaf nawaz nayef neal necmettin ned neil nelson nenad neville nicholas nick nicklas nicky
nico nicola nicolae nicolai nicolas nicos niels nigel nihat nikhil nikita niklas niko nikol nikola nikolai nikolaj
nikolaos nikolas nikolaus nikolay nikos nils nino nitin nitish nizar noah noam nobuo noel norbert norman nouri numan
nuno nuri nursultan octavio odd oddvar ojars ola olaf olafur olav ole oleg oleh oleksandr oleksii oleksiy oliver
olivier olli olof olusegun omar omer orhan orlando orrin osama osamu oscar oskar osman oswald otis ottar otto ousmane
owen ozgur paavo pablo paddy pal palle pankaj paolo parviz pascal pat patrice patricio patrick patrik patryk pau paul
paulo paulus pavel pavle pavlo pavlos pawel pedro pekka per percy perry pervez petar pete peter petr petras petri
petro petros petru petter petteri petyr phil philip philipp philippe philippos phillip pierce piero pierre piet pieter
pietro piotr piyush poul prabhakar pradeep prakash pranab pravin prayuth preston prokopis przemyslaw qais qasim
quentin quincy qusay rached rachid radek radoslaw radovan rafael rafal rafik rafiq raghav raghuram ragnar rahim rahm
rahman rahul raila raimo raimonds rainer raj rajan rajeev rajesh rajiv rajnath ralf ralph ram ramazan ramesh rami
ramil ramiro ramon ramunas ramush ramzan ramzi randall randolph randy ranil raphael rashid rasmus ratko raul ravi ray
raymond razvan recep reggie reginald reid reinhard reinhold renato rene renzo reuben reuven rex reza rhys riad ricardo
riccardo richard richie rick ricky rico rinat rishi riyad rob robbie robby robert roberto robin rod roderick rodney
rodolfo rodrigo rogelio roger rohit roland rolf roman romano romeo ron ronald ronaldo ronnie rory ross rowan roy ruben
rudi rudolf rudolph rudy rufus rui rupert ruslan russ russell rustam ryan ryota ryszard saad saadi sabah sabri sachin
sadek sadiq sadyr saeed safar safwan said saif sajid salah salam saleh salem salif salim salman salva salvador
salvatore sam sameh sami samir sammy samora samuel samvel sandor sandro sanjay sanjeev santiago santos sardar satoshi
saud saul sauli saulius scott sean sebastian sebastiao sebastien sekou selahattin selim semyon seretse serge sergei
sergej sergey sergi sergii sergio serhii serhiy serkan serzh seth seyed seymour shafiq shahid shaker shane sharad
shashi shaun shavkat shawn sheldon sherman sherwood shigeru shimon shinzo shivraj shlomo shmuel shoichi shota
siddharth sidney sigmar sigmund sigmundur siim silvan silvio simeon simon simone slavoj slawomir slobodan sooronbay
soren sorin sourav spencer spiro spyros srdjan srinivas stale stan stanislas stanislav stanislaw stanley stavros
stefan stefano stefanos steffen sten stepan stephan stephane stephen sterling steve steven stevie stewart stig stipe
stuart subhas subramaniam sudhir sufyan suleiman suleyman sultan sunil sunny suresh sushil susilo svein sven sverre
sylvain sylvester szymon taavi tadeusz taha taher tahir takashi takeo takeshi talal tamas tamim tammam tapani tapio
taras tarek tariq tarmo taro tauno tayyab tayyip ted teddy tedros teemu temur tendai teodor teodoro teofil terence
terje tero terrance terrell terrence terry tetsuya thabo thaddeus thaksin thanos theo theodor theodore theodoros
thiago thierry thom thomas thor thorbjorn thorsten tibor tigran tiit tim timo timothy timur tito titus tobias toby
toivo tom tomas tomasz tomaz tomislav tommaso tommy toni tony toomas tor torben torbjorn tore torsten toshihiko
toshiki traian travis trent trevor tristan trond troy truman trygve tuomas turgut tyler tyrone tzipi uday udo uffe
uhuru ulf ulises ulrich ulysses umar umaru umberto urban urho urmas usman uwe uzair vaclav vadim vadym vagif vagit
vahan valdas valdis valentin valentyn valeri valerii valerio valeriy valery valter vano vardan vasco vasil vasile
vasily vasyl vazgen venkaiah venkat vernon vicente victor vijay vikas vikram viktor viktoras vilhelm vilis viljo ville
vinay vincent vincenzo vinod virgil visar vishal vitali vitalii vitaliy vitaly vitautas vito vittorio vivek vlad
vladimir vladislav vlado vladyslav vojislav vojtech volkan volker volodymyr vsevolod vuk vyacheslav vytautas wade wael
waldemar waldo walid wallace wally walt walter warren wasim wassim wayne wendell werner wes wesley wieslaw wilbert
wilbur wilfred wilfried wilhelm willard willem willi william willie willy wilmer wim winfried winston witold wladyslaw
wlodzimierz wojciech wole wolfgang wolodymyr woodrow xavier yahia yahya yair yakov yanis yann yannick yannis yaroslav
yasar yasin yasir yasser yassin yasuhiro yasuo yaya yehuda yevgeni yevgeniy yevgeny yitzhak yoav yoel yogendra yogi
yoshihide yoshihiko yoshiro yossi younis youri yousef youssef yoweri yuichi yukio yuri yurii yuriy yury yusuf yves
yvon zachary zack zaher zahid zakaria zalmay zbigniew zdenek zdravko zeki zeljko zenon zhirayr zia ziad zine ziyad
zlatko zoltan zoran zurab zviad zygmunt
    """
)

FEMALE = word_set(
    """
abigail ada adela adelaide adele adina adriana adrienne agata agatha agnes agnieszka aicha aida aileen aimee aino
aisha alana alba alberta aleksandra alena alessandra alexandra alexandria alexia alexis alice alicia alina aline
alison alla allison alma alyona alyssa amal amalia amanda amara amber amelia amelie amina amira amy ana anabel anais
anastasia anastasiya andrea androulla anette angela angele angelica angelika angeliki angelina anika anita anja anke
ann anna annabel annabelle annalena anne annegret anneli annelies anneliese annemarie annette annie annika antje
antonella antonia anya aparna april arantxa ariana ariane arianna arlene ase asha ashley ashraf asma astrid athena aud
audrey aung aurelia aurelie ava avril ayesha ayse azadeh barbara barbro bathsheba bea beata beate beatrice beatrix
beatriz becky belinda bella benazir bente bernadette bernice berta bertha bessie beth bethany betsy bettina betty
beverly bianca bidzina birgit birgitta birgitte blanca blanche bonnie bozena brenda briana brianna bridget brigid
brigitta brigitte britney britt britta brittany bronwen bronwyn camila camilla camille candace candice carina carla
carly carme carmela carmen carol carole carolin carolina caroline carolyn carrie cassandra cassidy catalina catarina
caterina catherine cathy catriona cecile cecilia celeste celia celine chantal charlene charlotte chelsea cherie cheryl
chiara chimamanda chloe christa christiana christiane christina christine christy cindy claire clara clarissa
claudette claudia claudine clea clementine clotilde colette colleen concepcion condoleezza connie consuelo cora
corazon cordelia corinne cornelia cosima courtney cristina crystal cynthia dacia dagmar dagny daisy dalia damaris dana
daniela danielle danuta daphne daria darya dawn dayna deanna debbie deborah debra deepika deirdre delia delphine
denise desiree diana diane diann dianne dilma dina dolores dominika donatella donna dora doreen doris dorit dorothea
dorothy dorte dubravka dunja ebba edda edie edith edna eileen ekaterina elaine eleanor elena eleni eleonora elfriede
eliana elin elina elinor elisa elisabet elisabeth elise eliza elizabeth elizaveta elke ella ellen ellie elsa else
elsie elspeth elvira elzbieta emilia emilie emily emine emma erica erika erin erna ernestine esmeralda esperanza
estelle ester esther ethel eugenia eugenie eunice eva evangeline evdokia eve evelyn evgenia ewa ewelina fabienne faith
fanny farah farida fatima fatma fatou fatoumata faye federica felicia felicity fernanda fiamma finola fiona fleur
flora florence frances francesca francine francoise franziska freda frederica frederique freya frida friederike
gabriela gabriella gabrielle gail galina gayle gemma genevieve georgette georgiana georgina geraldine germaine gertrud
gertrude ghislaine gigi gilda gillian gina ginger ginni giorgia giovanna gisela gisele giulia gladys glenda gloria
golda graca grace grazyna greta gretchen gro guadalupe gudrun gulnara gulsen gunilla guri gwen gwendolyn hala halina
hana hanan hanna hannah hanne hanneke harriet hazel heather hedda hedwig heidi heike helen helena helene helga helle
henrietta henriette hermine hermione hilda hilde hildegard hillary holly hortense huda ida ieva ilaria ilona ilse iman
imee imelda indira ines inga inge ingeborg inger ingrid ingrida inna ioana iolanda irena irene irina iris irma isabel
isabela isabella isabelle iseult isobel iva ivana ivanka ivonne izabela jacinda jackie jaclyn jacqueline jadranka
jadwiga jana jane janet janette janice janina janine jasmin jasmine jayne jean jeanette jeanine jeanne jelena jemima
jen jenna jennie jennifer jenny jessica jessie jill jillian jo joan joana joann joanna joanne jocelyn jodi jodie
joelle johanna jolanta jolene josefina josephine josette joy joyce juana juanita judit judith judy julia juliana julie
juliet juliette june justine justyna jutta kaarina kaja kalpana kamala kamila kara karen kari karima karin karina
karla karolina katarina katarzyna kate katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin
katrina katrine katy katya kay kayla keiko keira kelly kendra kersti kerstin khadija kim kimberly kinga kira kirsten
kirsti kirsty klara konstancja kristalina kristen kristi kristin kristina kristine krystyna ksenia kyra laila laimdota
lana lara larisa larissa latifa laura lauren laurence laurie lea leah leila lena leni lenka leonie leonora leslie
leticia leyla liana libby lidia liesbeth liesl lilia lilian liliana lilli lillian lily lina linda lindsay lindsey
lioudmila lisa lisbeth lise liselotte liudmila liv livia liz liza lizzie ljiljana ljubica lois lola lolita lora
loredana lorena loretta lori lorna lorraine lotte louise lourdes lubna lucia luciana lucie lucile lucille lucinda
lucretia lucy ludmila ludmilla luisa luise lulu luz lydia lyn lynda lyndsey lynn lynne lyubov lyudmila mabel maddy
madeleine madeline madelyn mae magda magdalena maggie maha mahnaz maia maja makiko malala malgorzata malin manal manon
manuela mara marcela marcella marcelle marcia marciana mareike maren margaret margareta margarete margarita margaux
marge margherita margot margrethe marguerite maria mariam mariana marianna marianne marie mariel marielle marija
marijke marika marilena marilou marilyn marina marine mariola marion marisa marisol maritza mariya marjorie marlene
marta martha martina martine mary maryam maryse masako masha mathilde matilda maud maura maureen mavis maxine maya
mayawati meenakshi meera meg megan meghan mei melania melanie melinda melissa mercedes meredith merete meryl mette mia
michaela micheline michelle mila milada milagros mildred milena mimi mina minna mira miranda mireille miriam mirjam
mirjana misha moira mojgan molly mona monica monika monique montserrat muriel myra myriam myrtle nabila nada nadezhda
nadia nadine nadira nadja naima najat nan nana nancy naomi nastya natalia natalie nataliia nataliya nataly natasa
natasha nathalie nawal neelam neha nell nellie nelly nermin ngozi nia nichola nicola nicole nicoletta nicolette nigar
nina ningsih nino nkosazana noelle noemi nona noor nora noreen norma noura nuala nur nuria octavia odile ofelia oksana
olena olga olha olive olivia olympe oonagh ophelia oprah orla ornella orsolya ottilie paige paloma pam pamela paola
patience patricia patrizia patsy paula paulette paulina pauline pearl peggy penelope penny perla petra petronella
petya philippa phoebe phyllis pia pilar piper polina polly pooja portia pranvera prianka priscilla priti priya queenie
rachel rachida radmila rafaela raisa rana rania raquel raya rebecca regina regine reina rena renata renate renee rhoda
rhonda ria rihanna rima rita roberta rochelle romana romy rosa rosalie rosalind rosalyn rosamund rosanna rosario rose
roseanne rosemarie rosemary rosie rosita roxana roxanne roza ruby ruth ruxandra ruzena sabina sabine sabrina sadie
safia sahar saima sally salma salome samantha samar samia sandra sandrine sandy sania sanna saoirse sara sarah sasha
saskia segolene selena selma serena sezen shabana shakira shannon shanta shari sharon shauna sheikha sheila shelley
shelly sheri sherry sheryl shirin shirley shiv sibylle sidsel sigal signe sigrid silke silvana silvia simona simone
sinead siobhan sirkka siv slavica smriti snezana sofia sofie solange solveig solvita sonia sonja sonya sophia sophie
soraya stacey stacy stefania stefanie steffi stella stephanie sue susan susana susanna susannah susanne sushma susie
suu suzana suzanne suzy svetlana sviatlana svitlana swati sybil sylvia sylvie tabassum tabitha tamar tamara tammy
tania tanja tansu tanya tara tarja tasha tatiana tatjana tatyana taylor teodora teresa terri tess tessa thea thelma
theodora theresa therese theresia thora tiffany tiina tilda tilly tina toni tonya tova tracey traci tracy tricia trine
trisha trudy tulsi tuulikki tzipi ulla ulrika ulrike uma una urda ursula urszula uschi ute vaira valentina valentyna
valeria valerie vanessa vanja varvara vasiliki vasundhara venera vera verena verica veronica veronika veronique vesna
vibeke vicky victoria vida vigdis viktoria viktoriya viola violet violeta violetta viorica virginia virginie viveca
vivian viviana viviane vivien vivienne wafa wanda wangari wendy whitney wieslawa wiktoria wilhelmina wilma winifred
winnie wislawa xenia ximena yael yana yara yasmin yasmina yasmine yekaterina yelena yevgenia yevgeniya yingluck yoko
yolanda yuko yulia yuliya yuriko yvette yvonne zahra zainab zanele zara zdenka zehra zeinab zelda zhanna zinaida zita
zoe zofia zohra zora zoya zsa zsuzsa zuzana zuzanna
    """
)

GIVEN = MALE | FEMALE
