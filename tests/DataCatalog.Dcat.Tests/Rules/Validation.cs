using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using FluentValidation;
using FluentValidation.Results;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>Runs the rules on a record, on 24 November 2026.</summary>
internal static class Validation
{
    private static readonly KnownReferences References = new();
    private static readonly DayOf2026 Time = new();

    public static List<ValidationFailure> Of(Dataset dataset) => Failures(new DatasetValidator(References, Time), dataset);

    public static List<ValidationFailure> Of(Distribution distribution) =>
        Failures(new DistributionValidator(References, Time), distribution);

    public static List<ValidationFailure> Of(DataService service) => Failures(new DataServiceValidator(References, Time), service);

    public static List<ValidationFailure> Of(DatasetSeries series) => Failures(new DatasetSeriesValidator(References, Time), series);

    public static List<ValidationFailure> Of(Model model) => Failures(new ModelValidator(References, Time), model);

    public static List<ValidationFailure> Of(LegalRule rule) => Failures(new LegalRuleValidator(References, Time), rule);

    public static List<ValidationFailure> Of(Agent agent) => Failures(new AgentValidator(References, Time), agent);

    public static List<ValidationFailure> Of(Catalog catalog) => Failures(new AboutCatalogValidator(References, Time), catalog);

    public static List<ValidationFailure> Of(Concept concept) => Failures(new ConceptValidator(References), concept);

    public static List<ValidationFailure> Of(ConceptScheme scheme) => Failures(new ConceptSchemeValidator(), scheme);

    public static List<ValidationFailure> Of(Territory territory) => Failures(new TerritoryValidator(References), territory);

    /// <summary>There is one failure, at this path, and its message contains these words.</summary>
    public static void Single(List<ValidationFailure> failures, string path, string words)
    {
        var failure = Assert.Single(failures);
        Assert.Equal(path, failure.PropertyName);
        Assert.Contains(words, failure.ErrorMessage, StringComparison.Ordinal);
    }

    private static List<ValidationFailure> Failures<T>(AbstractValidator<T> rules, T record) => rules.Validate(record).Errors;

    private sealed class DayOf2026 : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    }
}
