using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The same entry elsewhere.</summary>
internal sealed class OtherIdentifierValidator : AbstractValidator<OtherIdentifier>
{
    public OtherIdentifierValidator()
    {
        RuleFor(other => other.Platform).PlainText();
        RuleFor(other => other.Platform)
            .Must(platform => platform is null || Uri.CheckHostName(platform) == UriHostNameType.Dns)
            .WithMessage("the host of a platform, such as data.gouv.fr");
        RuleFor(other => other.Identifier).PlainText();
    }
}

/// <summary>An example of use.</summary>
internal sealed class ReuseExampleValidator : AbstractValidator<ReuseExample>
{
    public ReuseExampleValidator(IReferences references)
    {
        RuleFor(example => example.Title).FrenchText(Texts.TitleLength);
        RuleFor(example => example.Url).Url();
        RuleFor(example => example.Territory).TerritoryId(references);
    }
}

/// <summary>data.gouv.fr drops a contact without any address.</summary>
internal sealed class ContactValidator : AbstractValidator<Contact>
{
    public ContactValidator()
    {
        RuleFor(contact => contact.Name).PlainText();
        RuleFor(contact => contact.Email).Email();
        RuleFor(contact => contact.Email)
            .Must((contact, email) => email is not null || contact.Url is not null)
            .WithMessage("an e-mail address or a URL for the contact");
        RuleFor(contact => contact.Url).Url();
    }
}
