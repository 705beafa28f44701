using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on the identifier of an entry on another platform.</summary>
internal sealed partial class OtherIdentifierValidator : AbstractValidator<OtherIdentifier>
{
    public OtherIdentifierValidator()
    {
        RuleFor(other => other.Platform).PlainText(TextForm.Label);
        RuleFor(other => other.Platform)
            .Must(platform => platform is null || (Uri.CheckHostName(platform) == UriHostNameType.Dns && Host.IsMatch(platform)))
            .WithMessage("the host of a platform in lower case, such as data.gouv.fr");
        RuleFor(other => other.Identifier).PlainText(TextForm.Label);
        RuleFor(other => other.Identifier)
            .Must(identifier => identifier is null || !identifier.Any(character => character is '|' || char.IsWhiteSpace(character)))
            .WithMessage("an identifier without blanks and '|'");
    }

    [GeneratedRegex(@"^[a-z0-9.-]+\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Host { get; }
}

/// <summary>The rules on a reuse example.</summary>
internal sealed class ReuseExampleValidator : AbstractValidator<ReuseExample>
{
    public ReuseExampleValidator(IReferences references)
    {
        RuleFor(example => example.Title).FrenchText(TextForm.Title);
        RuleFor(example => example.Url).Url();
        RuleFor(example => example.Territory).TerritoryId(references);
    }
}

/// <summary>The rules on contacts. data.gouv.fr drops one that has neither an e-mail address nor a URL.</summary>
internal sealed class ContactValidator : AbstractValidator<Contact>
{
    public ContactValidator()
    {
        RuleFor(contact => contact.Name).PlainText(TextForm.Name);
        RuleFor(contact => contact.Email).Email();
        RuleFor(contact => contact.Email)
            .Must((contact, email) => email is not null || contact.Url is not null)
            .WithMessage("an e-mail address or a URL for the contact");
        RuleFor(contact => contact.Url).Url();
    }
}
