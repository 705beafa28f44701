using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on series (DCAT-AP 3.0.1 section 3.5, and our own).</summary>
public sealed class DatasetSeriesValidator : AbstractValidator<DatasetSeries>
{
    public DatasetSeriesValidator(IReferences references, TimeProvider time)
    {
        RuleFor(series => series.Id).Identifier();
        this.CheckCodes(references);
        RuleFor(series => series.Title).FrenchText(TextForm.Title);
        RuleFor(series => series.Description).FrenchText(TextForm.Description);
        RuleFor(series => series.Publisher).AgentId(references);
        RuleForEach(series => series.Territories).TerritoryId(references);
        RuleFor(series => series.Territories).NoneTwice();
        RuleFor(series => series.Temporal!).SetValidator(new PeriodValidator(time));
        RuleFor(series => series.Issued).NotInFuture(time);
        RuleFor(series => series.Issued).NotBeforeData();
        RuleFor(series => series.Modified).NotInFuture(time);
        RuleFor(series => series.Modified).NotBeforeData();
        RuleFor(series => series.Modified).NotBefore(series => series.Issued, "issued");
        RuleFor(series => series.Provenance).SetValidator(new ProvenanceValidator(time));
    }
}
