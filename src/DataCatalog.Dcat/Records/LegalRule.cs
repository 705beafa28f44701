namespace DataCatalog.Dcat.Records;

/// <summary>
/// What a text asks of local authorities, or lets them ask for. A rule is no dataset and no model: harvesters do not get it, and a model
/// may have several rules or none.
/// </summary>
public sealed record LegalRule : ICuratedRecord
{
    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    public required string Id { get; init; }

    /// <summary>What must be done, in one sentence.</summary>
    public required LanguageMap Title { get; init; }

    /// <summary>The act of rules that let an authority ask for something.</summary>
    public const string Right = "right";

    /// <summary>What kind of act it asks for.</summary>
    [CodeOf(Schemes.Acts)]
    public required string Act { get; init; }

    /// <summary>The ids of the models that it concerns; most rules concern none.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The schema that a text or the platform names.</summary>
    [CodeOf(Schemes.Standards)]
    public string? Schema { get; init; }

    public required RuleScope Scope { get; init; }

    /// <summary>The first day on which the rule is in force; null when it is not known.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>The last day on which the rule is in force; null when no end is known.</summary>
    public DateOnly? InForceUntil { get; init; }

    public required RuleDeadline Deadline { get; init; }

    /// <summary>Where the data or the act go.</summary>
    public LanguageMap? Destination { get; init; }

    public string? DestinationUrl { get; init; }

    /// <summary>
    /// The address at which anyone can see what one authority has done. One of <see cref="UrlTemplates.Variables"/> in braces stands for
    /// its code.
    /// </summary>
    public string? CheckUrl { get; init; }

    /// <summary>
    /// The ids of the datasets in which anyone can see what authorities have done, such as the national file of public contracts. They show
    /// it; they never do it.
    /// </summary>
    public IReadOnlyList<string> ShownBy { get; init => field = value ?? []; } = [];

    /// <summary>The article, such as <c>CGCT L2121-25</c>.</summary>
    public required string Article { get; init; }

    public IReadOnlyList<string> OtherArticles { get; init; } = [];

    /// <summary>The address of the article.</summary>
    public string? ArticleUrl { get; init; }

    /// <summary>How the rule was verified: one of <see cref="Statuses"/>.</summary>
    public required string Status { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>The text itself was read; only sources about it; sources that contradict each other; nothing.</summary>
    public static readonly IReadOnlyList<string> Statuses = ["text-read", "secondary", "conflict", "unverified"];
}

/// <summary>To whom a rule applies. Every part narrows it; an empty part does not.</summary>
public sealed record RuleScope
{
    /// <summary>The kinds of authority: some of <see cref="KnownKinds"/>.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The kinds of EPCI among them: some of <see cref="KnownEpciKinds"/>; empty for all.</summary>
    public IReadOnlyList<string> EpciKinds { get; init; } = [];

    /// <summary>The smallest number of inhabitants.</summary>
    public int? MinimumPopulation { get; init; }

    /// <summary>The largest number of inhabitants.</summary>
    public int? MaximumPopulation { get; init; }

    /// <summary>The smallest staff, in full-time equivalents.</summary>
    public int? MinimumStaff { get; init; }

    /// <summary>The competences of which the authority must hold one.</summary>
    [CodeOf(Schemes.Competences)]
    public IReadOnlyList<string> Competences { get; init; } = [];

    /// <summary>What must be true of the authority, all of it. Only the authority knows.</summary>
    [CodeOf(Schemes.Conditions)]
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>The typed ids of the territories outside of which the rule does not apply; empty when it applies everywhere.</summary>
    public IReadOnlyList<string> OnlyIn { get; init => field = value ?? []; } = [];

    /// <summary>The typed ids of the territories in which the rule does not apply.</summary>
    public IReadOnlyList<string> ExceptIn { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The typed ids of the overseas collectivities to which a text extends the rule. They have laws of their own: for all others nothing
    /// is known.
    /// </summary>
    public IReadOnlyList<string> ExtendsTo { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The kinds. A syndicat is an authority without a territory of its own in this catalogue; an arrondissement (of Paris, Lyon or
    /// Marseille) is no authority, but a few rules bind its council.
    /// </summary>
    public static readonly IReadOnlyList<string> KnownKinds =
        ["commune", "epci", "ept", "departement", "region", "syndicat", "arrondissement-municipal"];

    /// <summary>Communauté de communes, d'agglomération, urbaine, and métropole.</summary>
    public static readonly IReadOnlyList<string> KnownEpciKinds = ["CC", "CA", "CU", "METRO"];
}

/// <summary>By when a rule must be followed.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
public sealed record RuleDeadline(string Kind)
{
    /// <summary>
    /// For <c>after-event</c>: an ISO 8601 duration. For <c>yearly-day</c>: the last day on which it is on time, <c>--06-30</c>.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>The event after which the duration runs.</summary>
    public LanguageMap? Event { get; init; }

    /// <summary>What the other facts alone would not say.</summary>
    public LanguageMap? Note { get; init; }

    /// <summary>
    /// Some time after an event; once a year; on a day of each year; always; no deadline.
    /// </summary>
    public static readonly IReadOnlyList<string> Kinds = ["after-event", "yearly", "yearly-day", "permanent", "none"];
}
