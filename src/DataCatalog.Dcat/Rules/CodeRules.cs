using System.Linq.Expressions;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// The rules that follow from <see cref="CodeOfAttribute"/>: each code exists in its vocabulary, and none stands twice in a list.
/// </summary>
internal static class CodeRules
{
    /// <summary>Adds the rules on the codes of a record itself; its parts have validators of their own.</summary>
    public static void CheckCodes<T>(this AbstractValidator<T> validator, IReferences references)
    {
        foreach (var property in RecordCodes.PropertiesOf(typeof(T)).Where(property => property.Scheme is not null))
        {
            if (property.IsList)
            {
                validator.RuleForEach(Read<T, IEnumerable<string>>(property)).CodeOf(property.Scheme!, references);
                validator.RuleFor(Read<T, IReadOnlyList<string>>(property)).NoneTwice();
            }
            else
            {
                validator.RuleFor(Read<T, string?>(property)).CodeOf(property.Scheme!, references);
            }
        }
    }

    private static Expression<Func<T, TValue>> Read<T, TValue>(CodedProperty property)
    {
        var record = Expression.Parameter(typeof(T), "record");
        return Expression.Lambda<Func<T, TValue>>(Expression.Property(record, property.Property), record);
    }
}
