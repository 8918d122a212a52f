/** The words by which a language says that something is gone, planned, made, an example, or absent. */
export type Wording = {
  /** It was, and is no longer. */
  readonly removal: RegExp;
  /** It shall be, and is not yet. */
  readonly plan: RegExp;
  /** Directly before a mention: the reader is told to make it. */
  readonly creation: RegExp;
  /** Before a mention in its sentence: a command writes it. */
  readonly output: RegExp;
  /** It stands for others. */
  readonly example: RegExp;
  /** It may be there or not. */
  readonly condition: RegExp;
  /** Directly before a mention: there is none. */
  readonly absenceBefore: RegExp;
  /** Directly after a mention: it is not there. */
  readonly absenceAfter: RegExp;
  /** Frequent small words that tell the language. */
  readonly common: RegExp;
};

/** The wording of a page whose language is not known. */
export const english: Wording = {
  removal:
    /\b(?:removed?|removing|removal|deleted?|deleting|dropp?ed|dropping|deprecated?|deprecating|no longer|renamed?|renaming|replaced|replaces|replacing|superseded?s?|superseding|former|retired|moved|migrated?|migrating|(?<!\b(?:is|are|was|were|be|been|being|gets?|getting|got) )used to|formerly|previously|obsolete|legacy|gone|was called|prior to(?! (?:your?|the first|any|each|every|\w+ing)\b)|(?:earlier|older|lower) than|earlier versions?|older versions?|before v?\d|until v?\d|in v?\d+(?:\.\d+)* and (?:earlier|below))\b/i,
  plan: /\b(?:planned|deferred|plan to|plans to|to-?do|tbd|wip|upcoming|propos(?:e|ed|al|es)|not yet|coming soon|in the future|future|eventually|would (?:be|live|contain|go)|will be (?:added|created|introduced|implemented|available|moved|replaced)|to be (?:added|created|done|implemented|written)|once .{1,40} (?:exists|lands|is (?:added|created))|we (?:could|should|might)|might (?:add|want)|if [^.,]{1,40} (?:succeeds|goes well|works out))\b/i,
  creation:
    /\b(?:creat(?:e|es|ed|ing)|add(?:s|ing)?|mak(?:e|es|ing)|touch|rename [^.`]{0,30} to|new|called|named|scaffold(?:s|ed)?|bootstraps?)\b(?:(?!\b(?:in|to|into|from|under|inside|at|of|using|with|by)\b)[^.!?`:]){0,60}$/i,
  output:
    /\b(?:generat(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|emit(?:s|ted)?|outputs?|writes?|written|writing|sav(?:e|es|ed|ing)|stor(?:e|es|ed) (?:in|at|to|as|under)|built (?:to|into|in|as)|builds? (?:to|into)|compil(?:e|ed|es) (?:to|into)|plac(?:e|es|ed) (?:it|them|the|your|a|in)|put|cop(?:y|ied|ies)|download(?:s|ed)?|upload(?:s|ed)?|exports? (?:to|as)|appears? in|artifacts?|results? (?:in|are)|symlinks?|extract(?:s|ed)? (?:\w+ )?(?:in)?to|install(?:s|ed)? (?:under|into)|local copy|temporary|cached?|dump(?:s|ed)?)\b[^.!?]{0,80}$/i,
  example:
    /(?:\be\.g\.?|\bi\.e\.?|\bfor (?:example|instance)\b|\bsuch as\b|\bexamples?\b|\bsay,|\bimagine\b|\bsuppose\b|\bhypothetical\b|\bassum(?:e|ing)\b|\bsample\b|\bsomething like\b|\blooks? like\b|\bfollowing\b.{0,40}\bformat\b|\byour (?:own |existing |new |[\w.]+ )?(?:own|app|application|project|site|website|repo(?:sitory)?|code|component|theme|config(?:uration)?|package|server|machine|client|editor|plugin|module|test(?:s| file)?|stack|shell)(?:'s)?\b|\buser'?s?\b|\b(?:naming|convention|pattern)\b|\bcalled\b|\bnamed\b)/i,
  condition:
    /\b(?:if (?:you|there|it|they|the|a|an|present|no|none|your|any)|when present|optional(?:ly)?|unless|may (?:have|contain|exist|be)|in case|where available|either|whether|falls? back|default(?:s)?(?: to|:)|probably|perhaps|looks? for|search(?:es)? for|can (?:\w+ )?(?:override|customi[sz]e))\b/i,
  absenceBefore:
    /\bthere (?:isn't|aren't|is not|are not) (?:an?|any) (?:\w+\s+)?$|\b(?:there (?:is|are)|there's|(?:we|(?:this|the) (?:repository|repo|project|codebase)) (?:have|has)) (?:currently |still |as yet )?(?:no|not an?)\s+(?:\w+\s+)?$/i,
  absenceAfter:
    /^\s*(?:[—–,-]\s*(?:a|an|the) \w+ (?:that|which) |(?!(?:and|but|or)\b)\w+ )?(?:does not|doesn't|do not|don't) (?:currently |yet )?exist(?!\s+(?:after|at|before|for|if|in|on|unless|until|when)\b(?! (?:our|the|this) (?:code ?base|project|repo(?:sitory)?|tree)\b))|^\s*(?:\w+ )?(?:is|are) (?:not (?:there|present|part of)|missing|absent|gone)|^\s*(?:\w+ )?(?:has|have) been (?:removed|deleted|dropped)/i,
  common: /\b(?:the|and|to|of|in|is|for|this|with|you)\b/gi,
};

/** By ISO 639-1 code. */
export const wordings: Readonly<Record<string, Wording>> = {
  en: english,
  sv: {
    removal:
      /\b(?:borttagen|borttaget|borttagna|tas bort|tagits bort|raderad|raderat|avvecklad|utfasad|ersatt|ersätts|bytt namn|flyttad|flyttat|tidigare|föråldrad|inte längre|fanns)\b/i,
    plan: /\b(?:planerad|planerat|planeras|ska (?:läggas till|skapas|införas|byggas)|kommer att|framtida|förslag|ännu inte|inte än|på sikt)\b/i,
    creation:
      /\b(?:skapa|skapar|skapas|lägg till|genereras|genererar|skriver|sparas|kopiera|ladda ner)\b[^.!?`]{0,40}$/iu,
    output:
      /\b(?:skapa|skapar|skapas|lägg till|genereras|genererar|skriver|sparas|kopiera|ladda ner)\b[^.!?]{0,80}$/iu,
    example: /\b(?:t\.?ex\.?|till exempel|exempelvis|såsom|exempel|din egen|ditt eget)\b/i,
    condition: /\b(?:om (?:du|det|den)|valfri|valfritt|eventuell|ifall)\b/i,
    absenceBefore: /\b(?:det finns|vi har) (?:ännu )?(?:ingen|inget|inga)\s*(?:\p{L}+\s+)?$/iu,
    absenceAfter:
      /^\s*(?:[—–,-]\s*en \p{L}+ som |\p{L}+ )?(?:finns inte|saknas|är borttagen|är borttaget)/iu,
    common: /(?<!\p{L})(?:och|att|det|som|är|för|med|inte|på|av)(?!\p{L})/giu,
  },
  de: {
    removal:
      /(?<!\p{L})(?:entfernt|gelöscht|veraltet|umbenannt|ersetzt|verschoben|früher|ehemals|nicht mehr|abgelöst|eingestellt|ausgemustert)(?!\p{L})/iu,
    plan: /(?<!\p{L})(?:geplant|soll(?:te)? (?:\p{L}+ )?(?:erstellt|ergänzt|hinzugefügt) werden|wird (?:künftig|noch)|künftig|zukünftig|vorschlag|noch nicht|demnächst)(?!\p{L})/iu,
    creation:
      /(?<!\p{L})(?:erstelle[nt]?|erzeugt|erzeugen|anlegen|lege[nt]?|hinzufügen|füge|generiert|schreibt|gespeichert|kopiere[nt]?|herunterladen)(?!\p{L})[^.!?`]{0,40}$/iu,
    output:
      /(?<!\p{L})(?:erstelle[nt]?|erzeugt|erzeugen|anlegen|lege[nt]?|hinzufügen|füge|generiert|schreibt|gespeichert|kopiere[nt]?|herunterladen)(?!\p{L})[^.!?]{0,80}$/iu,
    example:
      /(?<!\p{L})(?:z\. ?B\.|zum beispiel|beispielsweise|beispiel|etwa|ihr eigenes|dein eigenes)(?!\p{L})/iu,
    condition: /(?<!\p{L})(?:falls|wenn|sofern|optional|gegebenenfalls)(?!\p{L})/iu,
    absenceBefore:
      /(?<!\p{L})(?:es gibt|wir haben) (?:derzeit |noch )?keine?[nm]?\s*(?:\p{L}+\s+)?$/iu,
    absenceAfter:
      /^\s*(?:\p{L}+ )?(?:existiert nicht|gibt es nicht|fehlt|wurde (?:entfernt|gelöscht))/iu,
    common: /(?<!\p{L})(?:der|die|das|und|ist|mit|für|nicht|von|wird)(?!\p{L})/giu,
  },
  fr: {
    removal:
      /(?<!\p{L})(?:supprimée?s?|retirée?s?|renommée?s?|remplacée?s?|déplacée?s?|obsolètes?|dépréciée?s?|anciennement|auparavant|n'existe plus|n'est plus)(?!\p{L})/iu,
    plan: /(?<!\p{L})(?:prévue?s?|planifiée?s?|à venir|futur|sera (?:ajoutée?|créée?)|proposition|pas encore|prochainement)(?!\p{L})/iu,
    creation:
      /(?<!\p{L})(?:créez|créer|crée|ajoutez|ajouter|générée?s?|génère|écrit dans|enregistrée?|copiez|copier|téléchargez)(?!\p{L})[^.!?`]{0,40}$/iu,
    output:
      /(?<!\p{L})(?:créez|créer|crée|ajoutez|ajouter|générée?s?|génère|écrit dans|enregistrée?|copiez|copier|téléchargez)(?!\p{L})[^.!?]{0,80}$/iu,
    example: /(?<!\p{L})(?:par exemple|p\. ?ex\.|exemple|tel que|comme|votre propre)(?!\p{L})/iu,
    condition: /(?<!\p{L})(?:si|facultatif|optionnel|éventuellement|le cas échéant)(?!\p{L})/iu,
    absenceBefore: /(?:il n'y a (?:pas|aucun|plus)(?: de| d')?)\s*(?:\p{L}+\s+)?$/iu,
    absenceAfter:
      /^\s*(?:[—–,-]\s*(?:un |une )?\p{L}+ qui |\p{L}+ )?(?:n'existe (?:pas|plus)|est absente?|a été supprimée?)/iu,
    common: /(?<!\p{L})(?:le|la|les|des|est|pour|dans|une|avec|pas)(?!\p{L})/giu,
  },
  es: {
    removal:
      /(?<!\p{L})(?:eliminad[oa]s?|borrad[oa]s?|renombrad[oa]s?|reemplazad[oa]s?|movid[oa]s?|obsolet[oa]s?|anteriormente|ya no|antiguo|antigua)(?!\p{L})/iu,
    plan: /(?<!\p{L})(?:planead[oa]s?|previst[oa]s?|futur[oa]|se (?:añadirá|creará|agregará)|propuesta|todavía no|aún no|próximamente)(?!\p{L})/iu,
    creation:
      /(?<!\p{L})(?:crea|cree|crear|añade|añada|añadir|agrega|agregue|genera|generad[oa]|escribe en|guarda|copia|copie|descarga)(?!\p{L})[^.!?`]{0,40}$/iu,
    output:
      /(?<!\p{L})(?:crea|cree|crear|añade|añada|añadir|agrega|agregue|genera|generad[oa]|escribe en|guarda|copia|copie|descarga)(?!\p{L})[^.!?]{0,80}$/iu,
    example:
      /(?<!\p{L})(?:por ejemplo|p\. ?ej\.|ejemplo|como|tu propi[oa]|su propi[oa])(?!\p{L})/iu,
    condition: /(?<!\p{L})(?:si|opcional|en caso de)(?!\p{L})/iu,
    absenceBefore: /(?:no hay|no existe)\s+(?:(?:un|una|ningún|ninguna)\s+)?(?:\p{L}+\s+)?$/iu,
    absenceAfter:
      /^\s*(?:[—–,-]\s*(?:un |una )?\p{L}+ que |\p{L}+ )?(?:no existe|ya no existe|falta|fue (?:eliminad|borrad)[oa])/iu,
    common: /(?<!\p{L})(?:el|los|las|una|para|con|por|que|del|es)(?!\p{L})/giu,
  },
  pt: {
    removal:
      /(?<!\p{L})(?:removid[oa]s?|apagad[oa]s?|renomead[oa]s?|substituíd[oa]s?|movid[oa]s?|obsolet[oa]s?|anteriormente|não é mais|antig[oa])(?!\p{L})/iu,
    plan: /(?<!\p{L})(?:planejad[oa]s?|previst[oa]s?|futur[oa]|será (?:adicionad|criad)[oa]|proposta|ainda não|em breve)(?!\p{L})/iu,
    creation:
      /(?<!\p{L})(?:crie|criar|cria|adicione|adicionar|gera|gerad[oa]|escreve em|salva|salvo em|copie|copiar|baixe)(?!\p{L})[^.!?`]{0,40}$/iu,
    output:
      /(?<!\p{L})(?:crie|criar|cria|adicione|adicionar|gera|gerad[oa]|escreve em|salva|salvo em|copie|copiar|baixe)(?!\p{L})[^.!?]{0,80}$/iu,
    example: /(?<!\p{L})(?:por exemplo|p\. ?ex\.|exemplo|como|seu próprio|sua própria)(?!\p{L})/iu,
    condition: /(?<!\p{L})(?:se|opcional|caso)(?!\p{L})/iu,
    absenceBefore: /(?:não há|não existe)\s+(?:(?:um|uma|nenhum|nenhuma)\s+)?(?:\p{L}+\s+)?$/iu,
    absenceAfter:
      /^\s*(?:[—–,-]\s*(?:um |uma )?\p{L}+ que |\p{L}+ )?(?:não existe|falta|foi (?:removid|apagad)[oa])/iu,
    common: /(?<!\p{L})(?:os|das|uma|para|com|não|são|você|que|em)(?!\p{L})/giu,
  },
};
