using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// The rules on all records together: no two describe the same thing, no two share an id, and no chain of broader terms leads back to its
/// beginning. Of two records that clash the later one is reported, and the message names the earlier.
/// </summary>
public sealed class CatalogValidator : AbstractValidator<CatalogRecords>
{
    public CatalogValidator()
    {
        RuleFor(records => records.Schemes).NoSharedId();
        RuleFor(records => records.Concepts).NoSharedId("code");
        RuleFor(records => records.Territories).NoSharedId("code");
        RuleFor(records => records.Agents).NoSharedId();
        RuleFor(records => records.Models).NoSharedId();
        RuleFor(records => records.Rules).NoSharedId();
        RuleFor(records => records).Custom(SharedNames.Check);
        RuleFor(records => records).Custom(SharedFacts.Check);
        RuleFor(records => records.Concepts).Custom(BroaderCircles.Check);
    }
}
