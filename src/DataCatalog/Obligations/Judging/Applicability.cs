using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations.Judging;

/// <summary>Whether a rule applies to an authority.</summary>
/// <param name="Answer">One of <see cref="Answers"/>.</param>
/// <param name="Because">For <c>no</c> and <c>undetermined</c>, one of <see cref="Reasons"/>; otherwise null.</param>
/// <param name="Why">The reason in words; null where the questions say it all.</param>
internal sealed record Applicability(string Answer, string? Because = null, LanguageMap? Why = null)
{
    public const string Yes = "yes";
    public const string OnlyIf = "only-if";
    public const string Undetermined = "undetermined";
    public const string No = "no";

    /// <summary>The question about the staff, beside the codes of conditions.</summary>
    public const string Staff = "staff";

    /// <summary>The answers, in the order in which people need them.</summary>
    public static readonly IReadOnlyList<string> Answers = [Yes, OnlyIf, Undetermined, No];

    /// <summary>
    /// The reasons. Not an authority; not this kind of authority; population; place; not in force; competence held by another, or perhaps;
    /// population or staff; a condition that is not true; the law of an overseas collectivity.
    /// </summary>
    public static readonly IReadOnlyList<string> Reasons =
        ["not-an-authority", "kind", "population", "place", "in-force", "competence", "staff", "condition", "own-law"];

    /// <summary>
    /// For <see cref="OnlyIf"/>: the codes of the conditions that nobody has answered, and <see cref="Staff"/>; in ordinal order.
    /// </summary>
    public IReadOnlyList<string> Questions { get; init; } = [];
}
