"""Given names that stand for one another: nicknames, and the forms that languages give to one name.

Written from general knowledge of what registers, dictionaries of names and the press print; no list was copied. Each
line is one name. A form may stand on several lines ("Alex"): two forms go together when they share a line. Spellings
that differ only by transliteration need no line here, :mod:`generator.catalog.sounds` hears them; a line of one word
says that it is a name of its own, so that it is not taken for a typing error of another. A few Korean surnames
stand here too, whose customary spellings follow no table.
"""

_LINES = """
aaron ron ronnie
abraham abe avraham ibrahim
adam
adrian adrien
agnes
alan allan allen al alain
albert al bert bertie alberto
alexander alex aleksandr alexandr aleksander aleksandar alexandre alessandro alejandro oleksandr aliaksandr alyaksandr
  olexander sasha sascha sandy alec alisdair alasdair iskander
alexandra alex aleksandra alessandra alejandra oleksandra sandra sasha lexi
alexei alexey aleksei aleksey alexej alexy aliaksei aliaksey oleksiy oleksii alyosha alex
alfred al fred freddie alfredo
alice alicia
alison ally allison
amanda mandy
amy
anatoly anatoli anatoliy anatol anatolii
andrew andy drew andre andreas andrei andrey andrej andriy andrii andres anders andrzej andrea
andrea
angela angie
ann anne anna annie anya nancy ana hanna
hannah hanna
anthony tony antony anton antonio antoine antonios antonis ante
arkady arkadi arkadiy
arthur art artur arturo
arif
asif
barbara barb barbie babs varvara
bartholomew bart
beatrice bea
benjamin ben benny benji binyamin benyamin bibi
bernard bernie bernhard bernardo
bogdan bohdan
boris
bradley brad bradford
brian bryan bryon
bruce
carl karl carlo carlos charles karel karol
carol caroline carolyn carrie karoline
catherine katherine kathryn katharine cathy kathy kate katie kitty kat ekaterina yekaterina katerina kateryna
  katarina catalina caterina
charles charlie chuck chas carlos karl
charlotte lottie
christian chris
christine christina chris tina kristina chrissy christy kristin kirsten cristina
christopher chris kit topher kristofer christophe cristobal
clara claire clare
clifford cliff
constance connie
cynthia cindy
daniel dan danny danilo danil daniil danylo
danielle daniela
david dave davey davide dawid davyd
deborah deb debbie debra
denis dennis denys dennys dionisio
diana diane
dmitry dmitri dmitriy dmitrii dmytro dzmitry dima mitya dimitri dimitrios dimitris
dominic dominique nick dom domenico domingo
donald don donnie
dorothy dot dottie dolly
douglas doug
edgar ed eddie
edmund ed eddie ned
edward ed eddie ted teddy ned eduard eduardo edouard edvard
eleanor ellie nell nora eleonora
elena helen helena yelena olena alena ellen lena
elizabeth liz beth betty eliza lizzie betsy libby bess elisabeth lisa elisabetta elizaveta isabel yelizaveta
emily em emma
emil emilio emile
emmanuel manny manuel immanuel emanuel
eric erik erick
ernest ernie ernesto ernst
esther ester hester
eugene gene yevgeny evgeny evgeni evgeniy yevgeni yevgeniy yevhen eugen eugenio zhenya yauhen
florence flo
fedor fyodor fjodor theodore fedir
frances fran francesca francoise francisca
francis frank francesco francisco francois franz frans pancho paco frantisek
franklin frank
frank
frederick fred freddie freddy friedrich fredrick federico frederic fredrik
frederik
gabriel gabe
gabrielle gabriella gaby
garry gary gari harry
gennady gennadi gennadiy gennadii hennadiy henadz
geoffrey geoff jeff jeffrey jeffery
george georg georgy georgi georgiy georges giorgos jorge giorgio yorgos yiorgos giorgi heorhiy heorhii jerzy georgios
gerald gerry jerry geraldo
gerhard gerard gerardo
gilbert gil bert gilberto
gillian jill gill
glenn glen
gregory greg grigory grigori grigoriy gregor gregorio hryhoriy hryhorii
gunther gunter guenther
gustav gus gustavo gustave
halina galina halyna
hans johannes
harold harry hal harald
harrison harry
henry harry hank henri enrique enrico heinrich henrik hendrik
herbert herb bert
hillary hilary
howard howie
hubert bert
hugh hugo
hussein husayn hossein hussain
hassan hasan
hamid hamed
ahmad ahmed ahmet akhmed
ignatius ignacio nacho
igor ihor ihar
ilya ilia illia elijah elias
irene irina iryna irena ira
isaac ike yitzhak itzhak ishak ishaq
isabel isabella izzy isabelle
ivan john johann ivana
jacob jake jakob yakov yaakov iacob yaqub
jacqueline jackie
james jim jimmy jamie jaime santiago jaimie
jane janet jan janey jean
janice jan janis
jason
javier xavier
jean
jennifer jen jenny jennie
jeremy jerry jeremiah
jerome jerry
jessica jess jessie
jesse jess
joan joanna joanne jo
jochen joachim
john jack johnny jon ivan johann johannes jan jean juan giovanni joao yannis ioannis sean ian hans janos
jonathan jon jonny jonathon yonatan
jordan
joseph joe joey jozef josef jose giuseppe yosef iosif josip pepe youssef yusuf
joshua josh yehoshua
juan
judith judy judi
julia yulia yuliya julie giulia iuliia juliya
julian jules giuliano yulian
karen
kenneth ken kenny
kevin
kimberly kim
konstantin kostya kostas constantin constantine kostiantyn konstantinos
larisa larysa
laura laurie lora
lawrence larry laurence lars lorenzo laurent lavrenty
leonard len lenny leonardo leo
leonid lyonya
leo lev leon
leslie les
lillian lily lilian
linda lin lynda
louis lou luis louie luigi ludwig ludovic lewis
louise lou luisa
lucas luke luca lukas
lucy lucia
ludmila lyudmila liudmila liudmyla
madeleine maddie madeline
margaret maggie meg peggy marge margie marjorie greta rita margarita margot
maria marie mary mariya masha molly polly miriam maryam marya mariam
marianne
mark marc marco marcus marko markus
martha marta
martin marty martyn marcin
mathew matthew matt matthias mateo matteo matvei
maurice morris moritz mauricio
maximilian max maxim maksim maksym
maxwell max
melissa mel
michael mike mick mickey mikhail misha mikheil miguel michel michele michal mykhailo mikael mikhael mihail mihai mihaly
  mitch
michelle michele shelly
mikhail misha
mildred millie
mitchell mitch
mohammed mohamed muhammad mohammad mohd mahomet mehmet mahamat mochammad mouhamad muhammed mohamad
natalia natalya natasha nathalie natalie nataliya natallia nataliia
nathan nate nathaniel nat
nicholas nick nicky nikolai nikolay nikolaj nicolas nicola nikolaos nikos mykola klaus claus niklas mikalai mikola
  kolya nikola niccolo miklos
nicole nicola nikki
norman norm
oleg oleh aleh
oliver ollie olivier
olga olha volha
omar
oscar oskar
osama usama
pamela pam
patricia pat patty trish tricia
patrick pat paddy rick padraig patricio
paul pavel pavlo pablo paolo pawel paulo pavlos pasha
pauline paula
penelope penny
peter pete petr pyotr piotr petro pedro pietro pierre pieter petros petya pjotr piatr
philip phil phillip pip felipe filip philippe filippo
priscilla cilla
rachel rachael raquel
ralph ralf rafe
ramon
randolph randy
randall randy
raphael rafael rafi raffaele rafa
raymond ray raimundo ramon
rebecca becky becca
regina gina
reginald reg reggie
richard dick rick rich ricky richie ricardo riccardo
robert bob bobby rob robbie bert roberto rupert
roderick rod
rodney rod
roger
roland rolando orlando
roman raman
ronald ron ronnie ronaldo
rosemary rose rosie
rose rosa
rudolph rudy rudolf
russell russ
ruth
salvatore sal sam salvador
samantha sam
samuel sam sammy shmuel
sarah sara sally sarra
sebastian seb bastian
serena
sergei sergey serguei sergej sergii serhii serhiy siarhei serge sergio sergiy sergi
shaun sean shawn
sheila
shirley
simon simeon shimon semyon
solomon sol shlomo suleiman
sophia sophie sofia sofya
stanley stan
stanislav stas stanislaw stanislau
stephanie steph
stephen steve steven stefan stephan stepan etienne esteban stefano stevie stephane stefanos istvan
stuart stewart stu
susan sue suzanne susie suzy susanna susannah zuzana
svetlana svitlana sviatlana sveta
sylvia silvia
tamara toma
tatiana tatyana tetiana tetyana tanya tatsiana
teresa theresa tess terry therese tereza
terence terry terrence
theodore ted teddy theo feodor teodoro fyodor
thomas tom tommy tomas tomasz tommaso
timothy tim timmy timofey
valentina valya
valery valeri valeriy valerii valeri
vasily vasili vasiliy vassily vasyl basil
veronica ronnie nika
victor viktor vic vittorio
victoria vicky vicki viktoria viktoriya tori
vincent vince vinny vincenzo vicente
virginia ginny
vitaly vitali vitaliy vitalii
vladimir volodymyr wladimir volodya vova uladzimir vlad wolodymyr
vladislav vladislaw vlad uladzislau
vsevolod seva
vyacheslav viacheslav slava wjatscheslaw viachaslau
walter walt wally
wendy
wesley wes
wilhelm william guillermo guillaume guglielmo willem
william bill billy will willie liam willy
winston
yana jana
yanis giannis yannis ioannis
yaroslav jaroslav iaroslav jaroslaw yaraslau
yuri yury yuriy juri iouri iurii yurii yury jury george
zachary zach zack zak
zhanna jeanne joanna
abdullah
ali
amir emir
ayman
fatima fatma fatemeh
gamal jamal
haider haydar
iman
isa
karim kareem
khalid khaled
layla leila leyla
mahmoud
mustafa mostafa
muqtada
nasser nasir
omid
ruhollah
saad
saadi
said saeed
saif
salim salem
samir sameer
tariq tarek
umar omar
walid waleed
yahya
yasser yasir
anwar
alaa
ayad iyad
mario
marina
nadia nadezhda
oksana oxana aksana
rahul
rajiv
sanjay
sonia sonya
ivanka
jeb
joaquin
miguel
lee yi ri rhee
park pak
roh noh no
choi choe
chung jung jeong chong
ines
chelsea
tiffany
arif
asif
marion marian
nina
dana
dina
tina
lina
jan
jon
erika erica
karin karen
marin
mark
marta
antonia
roberta
paola
alberta
ana
ivana
denise
martina
michaela mikaela
victorine
carla karla
fernando
fernanda
joana
joan
leon
leona
louis
simona simone
simon
adriana
julio
julia
marcela
eva
evan
ira
melania
kirill kyrylo cyril
lidia lidiya lydia lidiia
zoe zoya
marcel marcello
sylvain
lars
poul
otto
egor yegor
gleb
danuta
ewa eva eve
jurgen juergen
bjorn
soren
jens
"""


def _lines_of_forms() -> dict[str, frozenset[int]]:
    lines: dict[str, set[int]] = {}
    number = 0
    for line in _LINES.strip().splitlines():
        number += not line.startswith(" ")
        for form in line.split():
            lines.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in lines.items()}


GIVEN: dict[str, frozenset[int]] = _lines_of_forms()
"""Each given name that is known, folded, with the numbers of its lines."""


def is_variant(one: str, other: str) -> bool:
    """Whether two folded given names may be one person's.

    >>> is_variant("bob", "robert"), is_variant("olena", "helen"), is_variant("alexander", "alexei")
    (True, True, False)
    """
    lines = GIVEN.get(one)
    return lines is not None and not lines.isdisjoint(GIVEN.get(other, frozenset()))
