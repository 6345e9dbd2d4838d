"""Given names that stand for one another: nicknames, and the forms that languages give to one name.

Written from general knowledge of what registers, dictionaries of names and the press print; no list was copied. Each
line is one name. A form may stand on several lines ("Alex"): two forms go together when they share a line. Spellings
that differ only by transliteration need no line here, :mod:`generator.catalog.sounds` hears them; a line of one word
says that it is a name of its own, so that it is not taken for a typing error of another. A few Korean surnames
stand here too, whose customary spellings follow no table.
"""

_LINES = """
aaron ron ronnie
abdullah
abraham abe avraham ibrahim
adam
adrian adrien
adriana
agnes
ahmad ahmed ahmet akhmed
alaa
alan allan allen al alain
albert al bert bertie alberto
alberta
alexander alex aleksandr alexandr aleksander aleksandar alexandre alessandro alejandro oleksandr aliaksandr
  alyaksandr olexander sasha sascha sandy alec alisdair alasdair iskander
alexandra alex aleksandra alessandra alejandra oleksandra sandra sasha lexi
alexei alexey aleksei aleksey alexej alexy aliaksei aliaksey oleksiy oleksii alyosha alex
alfred al fred freddie alfredo
ali
alice alicia
alison ally allison
amanda mandy
amir emir
amy
anatoly anatoli anatoliy anatol anatolii
andrew andy drew andre andreas andrei andrey andrej andriy andrii andres anders andrzej andrea
angela angie
ann anne anna annie anya nancy ana hanna
anthony tony antony anton antonio antoine antonios antonis ante
antonia
anwar
arif
arkady arkadi arkadiy
arthur art artur arturo
asif
ayad iyad
ayman
barbara barb barbie babs varvara
bartholomew bart
beatrice bea
benjamin ben benny benji binyamin benyamin bibi
bernard bernie bernhard bernardo
bjorn
bogdan bohdan
boris
bradley brad bradford
brian bryan bryon
bruce
carl karl carlo carlos charles karel karol
carla karla
carol caroline carolyn carrie karoline
catherine katherine kathryn katharine cathy kathy kate katie kitty kat ekaterina yekaterina katerina kateryna
  katarina catalina caterina
charles charlie chuck chas carlos karl
charlotte lottie
chelsea
choi choe
christian chris
christine christina chris tina kristina chrissy christy kristin kirsten cristina
christopher chris kit topher kristofer christophe cristobal
chung jung jeong chong
clara claire clare
clifford cliff
constance connie
cynthia cindy
dana
daniel dan danny danilo danil daniil danylo
danielle daniela
danuta
david dave davey davide dawid davyd
deborah deb debbie debra
denis dennis denys dennys dionisio
denise
diana diane
dina
dmitry dmitri dmitriy dmitrii dmytro dzmitry dima mitya dimitri dimitrios dimitris
dominic dominique nick dom domenico domingo
donald don donnie
dorothy dot dottie dolly
douglas doug
edgar ed eddie
edmund ed eddie ned
edward ed eddie ted teddy ned eduard eduardo edouard edvard
egor yegor
eleanor ellie nell nora eleonora
elena helen helena yelena olena alena ellen lena
elizabeth liz beth betty eliza lizzie betsy libby bess elisabeth lisa elisabetta elizaveta isabel yelizaveta
emil emilio emile
emily em emma
emmanuel manny manuel immanuel emanuel
eric erik erick
erika erica
ernest ernie ernesto ernst
esther ester hester
eugene gene yevgeny evgeny evgeni evgeniy yevgeni yevgeniy yevhen eugen eugenio zhenya yauhen
evan
ewa eva eve
fatima fatma fatemeh
fedor fyodor fjodor theodore fedir
fernanda
fernando
florence flo
frances fran francesca francoise francisca
francis frank francesco francisco francois franz frans pancho paco frantisek
franklin frank
frederick fred freddie freddy friedrich fredrick federico frederic fredrik
frederik
gabriel gabe
gabrielle gabriella gaby
gamal jamal
garry gary gari harry
gennady gennadi gennadiy gennadii hennadiy henadz
geoffrey geoff jeff jeffrey jeffery
george georg georgy georgi georgiy georges giorgos jorge giorgio yorgos yiorgos giorgi heorhiy heorhii jerzy
  georgios
gerald gerry jerry geraldo
gerhard gerard gerardo
gilbert gil bert gilberto
gillian jill gill
gleb
glenn glen
gregory greg grigory grigori grigoriy gregor gregorio hryhoriy hryhorii
gunther gunter guenther
gustav gus gustavo gustave
haider haydar
halina galina halyna
hamid hamed
hannah hanna
hans johannes
harold harry hal harald
harrison harry
hassan hasan
henry harry hank henri enrique enrico heinrich henrik hendrik
herbert herb bert
hillary hilary
howard howie
hubert bert
hugh hugo
hussein husayn hossein hussain
ignatius ignacio nacho
igor ihor ihar
ilya ilia illia elijah elias
iman
ines
irene irina iryna irena ira
isa
isaac ike yitzhak itzhak ishak ishaq
isabel isabella izzy isabelle
ivan john johann ivana
ivanka
jacob jake jakob yakov yaakov iacob yaqub
jacqueline jackie
james jim jimmy jamie jaime santiago jaimie
jane janet jan janey jean
janice jan janis
jason
javier xavier
jeb
jennifer jen jenny jennie
jens
jeremy jerry jeremiah
jerome jerry
jesse jess
jessica jess jessie
joan joanna joanne jo
joana
joaquin
jochen joachim
john jack johnny jon ivan johann johannes jan jean juan giovanni joao yannis ioannis sean ian hans janos
jonathan jon jonny jonathon yonatan
jordan
joseph joe joey jozef josef jose giuseppe yosef iosif josip pepe youssef yusuf
joshua josh yehoshua
judith judy judi
julia yulia yuliya julie giulia iuliia juliya
julian jules giuliano yulian
julio
jurgen juergen
karim kareem
karin karen
kenneth ken kenny
kevin
khalid khaled
kimberly kim
kirill kyrylo cyril
konstantin kostya kostas constantin constantine kostiantyn konstantinos
larisa larysa
laura laurie lora
lawrence larry laurence lars lorenzo laurent lavrenty
layla leila leyla
lee yi ri rhee
leo lev leon
leona
leonard len lenny leonardo leo
leonid lyonya
leslie les
lidia lidiya lydia lidiia
lillian lily lilian
lina
linda lin lynda
louis lou luis louie luigi ludwig ludovic lewis
louise lou luisa
lucas luke luca lukas
lucy lucia
ludmila lyudmila liudmila liudmyla
madeleine maddie madeline
mahmoud
marcel marcello
marcela
margaret maggie meg peggy marge margie marjorie greta rita margarita margot
maria marie mary mariya masha molly polly miriam maryam marya mariam
marianne
marin
marina
mario
marion marian
mark marc marco marcus marko markus
martha marta
martin marty martyn marcin
martina
mathew matthew matt matthias mateo matteo matvei
maurice morris moritz mauricio
maximilian max maxim maksim maksym
maxwell max
melania
melissa mel
michael mike mick mickey mikhail misha mikheil miguel michel michele michal mykhailo mikael mikhael mihail mihai
  mihaly mitch
michaela mikaela
michelle michele shelly
mikhail misha
mildred millie
mitchell mitch
mohammed mohamed muhammad mohammad mohd mahomet mehmet mahamat mochammad mouhamad muhammed mohamad
muqtada
mustafa mostafa
nadia nadezhda
nasser nasir
natalia natalya natasha nathalie natalie nataliya natallia nataliia
nathan nate nathaniel nat
nicholas nick nicky nikolai nikolay nikolaj nicolas nicola nikolaos nikos mykola klaus claus niklas mikalai mikola
  kolya nikola niccolo miklos
nicole nicola nikki
nina
norman norm
oksana oxana aksana
oleg oleh aleh
olga olha volha
oliver ollie olivier
omid
osama usama
oscar oskar
otto
pamela pam
paola
park pak
patricia pat patty trish tricia
patrick pat paddy rick padraig patricio
paul pavel pavlo pablo paolo pawel paulo pavlos pasha
pauline paula
penelope penny
peter pete petr pyotr piotr petro pedro pietro pierre pieter petros petya pjotr piatr
philip phil phillip pip felipe filip philippe filippo
poul
priscilla cilla
rachel rachael raquel
rahul
rajiv
ralph ralf rafe
randall randy
randolph randy
raphael rafael rafi raffaele rafa
raymond ray raimundo ramon
rebecca becky becca
regina gina
reginald reg reggie
richard dick rick rich ricky richie ricardo riccardo
robert bob bobby rob robbie bert roberto rupert
roberta
roderick rod
rodney rod
roger
roh noh no
roland rolando orlando
roman raman
ronald ron ronnie ronaldo
rose rosa
rosemary rose rosie
rudolph rudy rudolf
ruhollah
russell russ
ruth
saad
saadi
said saeed
saif
salim salem
salvatore sal sam salvador
samantha sam
samir sameer
samuel sam sammy shmuel
sanjay
sarah sara sally sarra
sebastian seb bastian
serena
sergei sergey serguei sergej sergii serhii serhiy siarhei serge sergio sergiy sergi
shaun sean shawn
sheila
shirley
simon simeon shimon semyon
simona simone
solomon sol shlomo suleiman
sonia sonya
sophia sophie sofia sofya
soren
stanislav stas stanislaw stanislau
stanley stan
stephanie steph
stephen steve steven stefan stephan stepan etienne esteban stefano stevie stephane stefanos istvan
stuart stewart stu
susan sue suzanne susie suzy susanna susannah zuzana
svetlana svitlana sviatlana sveta
sylvain
sylvia silvia
tamara toma
tariq tarek
tatiana tatyana tetiana tetyana tanya tatsiana
terence terry terrence
teresa theresa tess terry therese tereza
theodore ted teddy theo feodor teodoro fyodor
thomas tom tommy tomas tomasz tommaso
tiffany
timothy tim timmy timofey
umar omar
valentina valya
valery valeri valeriy valerii
vasily vasili vasiliy vassily vasyl basil
veronica ronnie nika
victor viktor vic vittorio
victoria vicky vicki viktoria viktoriya tori
victorine
vincent vince vinny vincenzo vicente
virginia ginny
vitaly vitali vitaliy vitalii
vladimir volodymyr wladimir volodya vova uladzimir vlad wolodymyr
vladislav vladislaw vlad uladzislau
vsevolod seva
vyacheslav viacheslav slava wjatscheslaw viachaslau
walid waleed
walter walt wally
wendy
wesley wes
wilhelm william guillermo guillaume guglielmo willem
william bill billy will willie liam willy
winston
yahya
yana jana
yanis giannis yannis ioannis
yaroslav jaroslav iaroslav jaroslaw yaraslau
yasser yasir
yuri yury yuriy juri iouri iurii yurii jury george
zachary zach zack zak
zhanna jeanne joanna
zoe zoya
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
    return lines is not None and not lines.isdisjoint(GIVEN.get(other, ()))
