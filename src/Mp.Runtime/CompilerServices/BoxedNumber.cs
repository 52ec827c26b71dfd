using System.Globalization;

namespace Mp.CompilerServices;

/// <summary>Integers and enums that are known as objects only. Slow: typed elements never come here.</summary>
internal static class BoxedNumber
{
    public static bool TryToInt64(object? value, out long result)
    {
        result = 0;
        if (value is not IConvertible number)
        {
            return false;
        }

        switch (number.GetTypeCode())
        {
            case TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32
                or TypeCode.UInt32 or TypeCode.Int64:
                result = number.ToInt64(CultureInfo.InvariantCulture);
                return true;
            case TypeCode.Char:
                result = number.ToChar(CultureInfo.InvariantCulture);
                return true;
            case TypeCode.UInt64:
                ulong unsigned = number.ToUInt64(CultureInfo.InvariantCulture);
                result = (long)unsigned;
                return unsigned <= long.MaxValue;
            default:
                return false;
        }
    }

    public static bool TryToUInt64(object? value, out ulong result)
    {
        if (value is IConvertible number && number.GetTypeCode() == TypeCode.UInt64)
        {
            result = number.ToUInt64(CultureInfo.InvariantCulture);
            return true;
        }

        bool isInteger = TryToInt64(value, out long signed);
        result = (ulong)signed;
        return isInteger && signed >= 0;
    }
}
