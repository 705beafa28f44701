using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on agents (DCAT-AP 3.0.1 section 3.10, and our own).</summary>
public sealed class AgentValidator : AbstractValidator<Agent>
{
    public AgentValidator(IReferences references, TimeProvider time)
    {
        RuleFor(agent => agent.Id).Identifier();
        this.CheckCodes(references);
        RuleFor(agent => agent.Name).FrenchText(TextForm.Name);
        RuleFor(agent => agent.Homepage).Url();
        RuleFor(agent => agent.Contact!).SetValidator(new ContactValidator());
        RuleFor(agent => agent.Siren).SirenNumber();
        RuleFor(agent => agent.CheckedAt).NotInFuture(time);
        RuleFor(agent => agent.CheckedAt).NotBeforeData();
        RuleFor(agent => agent.Sources).NotEmptyList();
        RuleForEach(agent => agent.Sources).SetValidator(new EvidenceValidator());
    }
}
